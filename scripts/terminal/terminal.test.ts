import { PassThrough, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { describePlayback } from "./describe-playback";
import { createPrompt } from "./prompt";
import { createScreen } from "./screen";
import { describeSpan, printable, wrap } from "./words";

function collect() {
  let text = "";
  const output = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  return { output, text: () => text };
}

function sit() {
  return Object.assign(new PassThrough(), { isTTY: true as const, setRawMode: () => undefined });
}

describe("a person at a terminal", () => {
  it("sees what is typed, but for a secret", async () => {
    const input = sit();
    const { output, text } = collect();
    const { ask } = createPrompt(input, output);
    const id = ask("Client ID: ");
    input.write("visible\r");
    expect(await id).toBe("visible");
    const secret = ask("Client secret: ", { isSecret: true });
    input.write("hidd\x7fden\r");
    expect(await secret).toBe("hidden");
    expect(text()).toContain("visible");
    expect(text()).toContain("Client secret: ");
    expect(text()).not.toMatch(/h(?:.*)i(?:.*)d(?:.*)den/s);
  });

  it("is asked no longer after Ctrl-C", async () => {
    const input = sit();
    const interruption = new AbortController();
    const prompt = createPrompt(input, collect().output, () => {
      interruption.abort();
      prompt.close();
    });
    const answer = prompt.ask("Client ID: ");
    input.write("half\x03");
    expect(await answer).toBeUndefined();
    expect(interruption.signal.aborted).toBe(true);
  });
});

describe("a pipe", () => {
  it("is read line by line, however its lines come", async () => {
    const input = new PassThrough();
    const prompt = createPrompt(input, collect().output);
    const first = prompt.ask("1");
    input.write("one\ntwo\nthr");
    expect(await first).toBe("one");
    expect(await prompt.ask("2")).toBe("two");
    const third = prompt.ask("3");
    input.end("ee");
    expect(await third).toBe("three");
    expect(await prompt.ask("4")).toBeUndefined();
  });

  it("does not hold up whoever is interrupted", async () => {
    const prompt = createPrompt(new PassThrough(), collect().output);
    const answer = prompt.ask("1");
    prompt.close();
    expect(await answer).toBeUndefined();
  });
});

describe("the screen", () => {
  it.each([
    ["a terminal", true, {}, "\u001b[1mbold\u001b[22m"],
    ["a file", undefined, {}, "bold"],
    ["a terminal with NO_COLOR", true, { NO_COLOR: "1" }, "bold"],
    ["a terminal with an empty NO_COLOR", true, { NO_COLOR: "" }, "\u001b[1mbold\u001b[22m"],
    ["a terminal that is dumb", true, { TERM: "dumb" }, "bold"],
  ])("has its colours on %s as wanted", (_, isTTY, variables, expected) => {
    const output = { write: () => true, ...(isTTY && { isTTY }) };
    expect(createScreen(output, variables).paint("bold", "bold")).toBe(expected);
  });

  it("shows no song that gives it orders", () => {
    const item = {
      key: "",
      kind: "track" as const,
      title: "A\u001b[2J\u202Etitle\r\n",
      artists: ["B\u0007", "C"],
      images: [],
      explicit: false,
    };
    const line = describePlayback({ type: "item", item, isPlaying: true, progressMs: 0 });
    expect(line).toBe("Playing: A [2J title by B , C.");
  });

  it("cuts what is too long for it", () => {
    expect(printable("a".repeat(200))).toHaveLength(100);
    expect(
      wrap("word ".repeat(40).trim(), "  ")
        .split("\n")
        .every((line) => line.length <= 78),
    ).toBe(true);
    expect(wrap("a".repeat(100))).toBe("a".repeat(100));
  });

  it.each([
    [400, "1 second"],
    [90_000, "90 seconds"],
    [48_925_000, "14 hours"],
    [3 * 24 * 3_600_000, "3 days"],
  ])("says %i ms as %s", (ms, words) => expect(describeSpan(ms)).toBe(words));
});
