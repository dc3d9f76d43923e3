/** Forms in which a secret can stand among other bytes, so that whoever reads them has it. */
export function listDisguises(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    bytes.toString("hex"),
    bytes.toString("utf16le"),
    [...secret].toReversed().join(""),
    ...listBase64(bytes),
  ];
  return [...new Set(forms)];
}

/** As it looks within a longer text in base64: in each of three places, without its torn ends. */
function listBase64(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes]);
    const whole = shifted
      .toString("base64")
      .replace(/=+$/, "")
      .slice(shift === 0 ? 0 : shift + 1, -1);
    return [whole, whole.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** Which of the secrets stand in the bytes, by name. */
export function findSecrets(bytes: Buffer, secrets: Readonly<Record<string, string>>): string[] {
  return Object.entries(secrets)
    .filter(([, secret]) => listDisguises(secret).some((form) => bytes.includes(form)))
    .map(([name]) => name);
}
