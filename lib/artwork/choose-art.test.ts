import fc from "fast-check";
import { expect, it } from "vitest";
import { chooseArt } from "./choose-art";

const all = () => true;
const image = (width?: number) => ({ url: `https://i.example/${width}`, width });
const onlyWide = (url: string) => url.endsWith("640");
const chosen = (...widths: (number | undefined)[]) => {
  const art = chooseArt(widths.map(image), all);
  return art && [art.art, art.artSmall].map((url) => url.slice("https://i.example/".length));
};

it("takes Spotify's 300 and 64 of its usual three, in any order", () => {
  expect(chosen(640, 300, 64)).toEqual(["300", "64"]);
  expect(chosen(64, 640, 300)).toEqual(["300", "64"]);
});

it("takes the next wider image where the wanted width is missing", () => {
  expect(chosen(640, 160)).toEqual(["640", "160"]);
  expect(chosen(640)).toEqual(["640", "640"]);
});

it("takes the widest where all are too narrow", () => {
  expect(chosen(32, 48)).toEqual(["48", "48"]);
  expect(chosen(64, 160)).toEqual(["160", "64"]);
});

it("counts an unknown or absurd width as 300", () => {
  expect(chosen(640, undefined, 64)).toEqual(["undefined", "64"]);
  expect(chosen(undefined)).toEqual(["undefined", "undefined"]);
  expect(chosen(640, 0)).toEqual(["0", "0"]);
  expect(chosen(640, Number.NaN)).toEqual(["NaN", "NaN"]);
});

it("passes over images that are not allowed", () => {
  expect(chooseArt([image(640), image(300), image(64)], onlyWide)).toEqual({
    art: "https://i.example/640",
    artSmall: "https://i.example/640",
  });
});

it("answers nothing where there is no image, or none is allowed", () => {
  expect(chooseArt([], all)).toBeUndefined();
  expect(chooseArt([image(300)], () => false)).toBeUndefined();
});

it("chooses the same of the same widths in any order, and changes nothing", () => {
  const widths = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 1 });
  fc.assert(
    fc.property(widths, (widths) => {
      const images = Object.freeze(widths.map(image));
      const there = chooseArt(images, all);
      expect(chooseArt(images.toReversed(), all)).toEqual(there);
      expect(images.map(({ url }) => url)).toContain(there?.art);
    }),
  );
});
