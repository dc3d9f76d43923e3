import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import type { Log } from "./events";
import { ExplainedError, explain } from "./explained-error";
import { nameCode, quoteSetting, say, sayDay } from "./say";
import { SILENT_LOG } from "./silent-log";

/** A text of somebody else's, and a secret, as the compiler sees them. */
const foreign: string = "PLANTED";
const secret = new Secret("PLANTED");
const pattern: `${string}-token` = "PLANTED-token";

describe("a sentence", () => {
  it("holds numbers, booleans, moments, and words of a closed set", () => {
    const kind = "rate" as "rate" | "quota";
    expect(say`${1} ${true} ${new Date(0)} ${kind} ${say`${2} more`}`).toBe(
      "1 true 1970-01-01T00:00:00.000Z rate 2 more",
    );
    expect(say`${sayDay(0)} \`code\``).toBe("1970-01-01 `code`");
  });

  it("does not compile with a text of others, or a secret, in it", () => {
    // @ts-expect-error a string may be anything
    void say`${foreign}`;
    // @ts-expect-error so may a pattern of one
    void say`${pattern}`;
    // @ts-expect-error a secret is never said
    void say`${secret}`;
    // @ts-expect-error not even revealed
    void say`${secret.reveal()}`;
    // @ts-expect-error an error says what it likes
    void say`${new Error(foreign).message}`;
    // @ts-expect-error and an object may hold any of it
    void say`${{ foreign }}`;
    // @ts-expect-error a text is no sentence
    const error = new ExplainedError(foreign);
    expect(explain(error)).toBe(foreign);
  });

  it("does not compile as an event with a text of others in its facts", () => {
    const log: Log = SILENT_LOG;
    log.info(say`All is well.`, "gate_closed", { kind: "rate", until: new Date(0), count: 1 });
    // @ts-expect-error a string may be anything
    log.info(say`All is well.`, "gate_closed", { foreign });
    // @ts-expect-error a secret is never told
    log.info(say`All is well.`, "gate_closed", { secret });
    // @ts-expect-error a message is made by say
    log.info("All is well.", "gate_closed");
    // @ts-expect-error an event has a known name
    log.info(say`All is well.`, "gate_is_closed");
    // @ts-expect-error a list may hold anything
    log.info(say`All is well.`, "gate_closed", { list: [foreign] });
    expect(log).toBe(SILENT_LOG);
  });
});

describe("what an error says of itself", () => {
  it("is its sentence, or nothing but its class", () => {
    expect(explain(new ExplainedError(say`It is full.`))).toBe("It is full.");
    for (const error of [new Error(foreign), new TypeError(foreign), foreign, undefined]) {
      expect(explain(error)).toMatch(/^Something failed that nobody foresaw \((?:\w| )+\)\.$/);
      expect(explain(error)).not.toContain(foreign);
    }
    const named = Object.assign(new Error("no"), { name: foreign });
    expect(explain(named)).not.toContain(foreign);
  });
});

describe("a text that whoever runs the site has set", () => {
  it("is one line of at most 300 characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        expect(quoteSetting(text)).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{0,300}$/u);
      }),
    );
    expect(quoteSetting("/data/a b.json")).toBe("/data/a b.json");
  });
});

describe("the name of an error", () => {
  it("is repeated where it has the form of one", () => {
    expect(nameCode("ECONNRESET")).toBe("ECONNRESET");
    for (const other of ["Bearer a", "secret", "E", "EA\n", `E${"A".repeat(99)}`, 5, undefined]) {
      expect(nameCode(other)).toBeUndefined();
    }
  });
});
