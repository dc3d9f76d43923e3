import { expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { parseJson } from "./parse-json";

const schema = z.object({ count: z.number(), unit: z.string().default("ms") });

it("reads what the schema says, with its defaults and without the rest", () => {
  const read = parseJson(schema, '{"count":1,"more":true}');
  expect(read).toEqual({ count: 1, unit: "ms" });
  expectTypeOf(read).toEqualTypeOf<{ count: number; unit: string } | undefined>();
});

it.each([
  ["no text at all", undefined],
  ["an empty text", ""],
  ["half a text", '{"count":1'],
  ["something else", '{"count":"1"}'],
])("reads %s as nothing", (_, text) => {
  expect(parseJson(schema, text)).toBeUndefined();
});
