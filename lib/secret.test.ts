import { Console } from "node:console";
import { Writable } from "node:stream";
import { inspect } from "node:util";
import { serialize } from "node:v8";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secret } from "./secret";

/** Long enough that none of them stands in a print by chance. */
const values = fc.uuid().map((id) => `PLANTED ${id}`);

function printToConsole(...things: unknown[]): string {
  let printed = "";
  const stream = new Writable({
    write(chunk, _, done) {
      printed += String(chunk);
      done();
    },
  });
  new Console({ stdout: stream }).log(...things);
  return printed;
}

/** Every way to print something that is known here. */
const PRINTS: readonly (readonly [string, (secret: Secret) => string])[] = [
  ["a template", (secret) => `${secret}`],
  ["a concatenation", (secret) => "Bearer " + secret],
  ["String", (secret) => String(secret)],
  ["a locale's string", (secret) => secret.toLocaleString()],
  ["a joined array", (secret) => [secret, [secret]].join()],
  ["JSON", (secret) => JSON.stringify({ deep: [{ secret }] })],
  ["inspect", (secret) => inspect(secret, { showHidden: true, depth: null, customInspect: false })],
  [
    "inspect, deep",
    (secret) => inspect({ a: { b: { c: { d: { secret } } } } }, { depth: null, showHidden: true }),
  ],
  ["an error's message", (secret) => inspect(new Error(`It is ${secret}.`))],
  ["an error's cause", (secret) => inspect(new Error("no", { cause: secret }))],
  ["an error's property", (secret) => inspect(Object.assign(new Error("no"), { secret }))],
  [
    "the console",
    (secret) => printToConsole("%s %o %O %j", secret, secret, secret, secret, secret),
  ],
  ["a form", (secret) => new URLSearchParams({ secret: String(secret) }).toString()],
  ["its entries", (secret) => inspect([Object.entries(secret), Reflect.ownKeys(secret)])],
  ["a copy", (secret) => inspect([{ ...secret }, structuredClone(secret)])],
  ["a serialisation", (secret) => serialize({ secret }).toString("latin1")],
];

describe("a secret", () => {
  it.each(PRINTS)("does not show in %s", (_, print) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(print(new Secret(value))).not.toContain(value);
      }),
    );
  });

  it("says in most of them that it is one", () => {
    const secret = new Secret("a");
    expect([`${secret}`, JSON.stringify(secret), inspect(secret)]).toEqual([
      "[secret]",
      '"[secret]"',
      "[secret]",
    ]);
  });

  it("is revealed as it was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        expect(new Secret(value).reveal()).toBe(value);
      }),
    );
  });

  it("equals another of the same value, and nothing else", () => {
    const secret = new Secret("a");
    expect(secret.equals(new Secret("a"))).toBe(true);
    expect(secret.equals(new Secret("b"))).toBe(false);
    expect(secret.equals(undefined)).toBe(false);
  });

  it("is told from another one by the assertions of these tests", () => {
    expect({ token: new Secret("a") }).toEqual({ token: new Secret("a") });
    expect({ token: new Secret("a") }).not.toEqual({ token: new Secret("b") });
    expect({ token: new Secret("a"), more: 1 }).not.toMatchObject({ token: new Secret("b") });
  });
});
