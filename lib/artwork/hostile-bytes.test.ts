import fc from "fast-check";
import sharp from "sharp";
import { expect, it } from "vitest";
import { encodeCover } from "./encode-cover";
import { findTint } from "./find-tint";
import { readFormat } from "./read-format";

const BEGINNINGS = [
  "\xff\xd8\xff",
  "\x89PNG\r\n",
  "RIFF\0\0\0\0WEBP",
  "\0\0\0\x20ftypavif",
  "<svg ",
];

const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: "#b4532a" } });
const whole = await Promise.all([
  plain.clone().jpeg().toBuffer(),
  plain.clone().png().toBuffer(),
  plain.clone().webp().toBuffer(),
]);

const begun = fc
  .tuple(fc.constantFrom(...BEGINNINGS), fc.uint8Array({ maxLength: 300 }))
  .map(([beginning, rest]) => Buffer.concat([Buffer.from(beginning, "latin1"), rest]));

/** Files that lie, that end early, or of which one byte is another. */
const spoilt = fc
  .tuple(fc.constantFrom(...whole), fc.nat(), fc.nat(255), fc.boolean())
  .map(([file, place, value, isCut]) => {
    const bytes = Uint8Array.from(file);
    bytes[place % bytes.length] = value;
    return isCut ? bytes.subarray(0, place % bytes.length) : bytes;
  });

it("makes of any bytes a colour and small pictures, or nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(begun, spoilt, fc.uint8Array()), async (bytes) => {
      const tint = await findTint(bytes);
      expect(tint ?? "#000000").toMatch(/^#[0-9a-f]{6}$/);
      const forms = await encodeCover(bytes);
      for (const { uri } of forms) {
        expect(uri).toMatch(/^data:image\/(?:jpeg|webp);base64,[A-Za-z0-9+/]+=*$/);
        expect(uri.length).toBeLessThan(10_000);
      }
      if (readFormat(bytes) === undefined) expect([tint, forms]).toEqual([undefined, []]);
    }),
    { numRuns: 60 },
  );
});
