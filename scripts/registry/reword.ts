/** What messages say of this site, and what is true of an app that has the engine only. */
const REWORDED = [
  {
    // As the source has it, where a sentence is a template.
    said: String.raw` at /owner, or run \`npm run connect\``,
    meant: String.raw`: run \`npm run connect\` in Liner Notes, and replace SPOTIFY_REFRESH_TOKEN`,
  },
  { said: ": sign in at /owner to have it back.", meant: "." },
  { said: "a folder that can be written, or REDIS_URL:", meant: "a folder that can be written:" },
];

/**
 * The files with the messages reworded.
 *
 * @throws when one of the messages is said no more
 */
export function reword(files: ReadonlyMap<string, string>): Map<string, string> {
  const all = [...files.values()];
  for (const { said } of REWORDED) {
    if (!all.some((text) => text.includes(said)))
      throw new Error(`No file says "${said}" any more: mend scripts/registry/reword.ts.`);
  }
  return new Map(
    [...files].map(([file, text]) => [
      file,
      REWORDED.reduce((result, { said, meant }) => result.replaceAll(said, meant), text),
    ]),
  );
}
