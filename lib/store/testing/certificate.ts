import { generateKeyPairSync, sign } from "node:crypto";

/**
 * Makes a certificate for `localhost` and 127.0.0.1 that is signed by nobody but itself, and its
 * key, both as PEM. Node can read certificates but not write them: see RFC 5280, section 4.1.
 */
export function makeCertificate(): { readonly certificate: string; readonly key: string } {
  const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(der(0x06, "2a8648ce3d040302"));
  const name = sequence(
    der(0x31, sequence(der(0x06, "550403"), der(0x0c, Buffer.from("localhost")))),
  );
  const validity = sequence(
    der(0x17, Buffer.from("200101000000Z")),
    der(0x18, Buffer.from("20990101000000Z")),
  );
  const names = sequence(der(0x82, Buffer.from("localhost")), der(0x87, "7f000001"));
  const extensions = sequence(
    sequence(der(0x06, "551d11"), der(0x04, names)),
    sequence(der(0x06, "551d13"), der(0x01, "ff"), der(0x04, sequence(der(0x01, "ff")))),
  );
  const body = sequence(
    der(0xa0, der(0x02, "02")),
    der(0x02, "01"),
    algorithm,
    name,
    validity,
    name,
    keys.publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, extensions),
  );
  const signature = sign("sha256", body, keys.privateKey);
  const whole = sequence(body, algorithm, der(0x03, "00", signature));
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${whole.toString("base64")}\n-----END CERTIFICATE-----\n`,
    key: keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);

/** One value in DER: its tag, its length and its parts, of which those in hex are strings. */
function der(tag: number, ...parts: readonly (Buffer | string)[]): Buffer {
  const content = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "hex") : part)),
  );
  const size = content.length;
  const length =
    size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
