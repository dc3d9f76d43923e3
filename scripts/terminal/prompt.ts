import { createInterface } from "node:readline";
import type { Interface } from "node:readline";
import { Writable } from "node:stream";

/** Asks whoever started a script. */
export interface Prompt {
  /** A person sits there; otherwise the answers come from a pipe, one line each. */
  readonly isTerminal: boolean;
  /** The answer; undefined where the input has ended. A secret is not shown while it is typed. */
  ask(question: string, options?: { readonly isSecret?: boolean }): Promise<string | undefined>;
  /** Whoever is being asked has no answer then. */
  close(): void;
}

type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** @param onInterrupt told of Ctrl-C, which a terminal passes to whoever asks */
export function createPrompt(
  input: Input,
  output: Writable,
  onInterrupt: () => void = () => undefined,
): Prompt {
  return input.isTTY === true
    ? createTerminalPrompt(input, output, onInterrupt)
    : createPipePrompt(input, output);
}

function createTerminalPrompt(input: Input, output: Writable, onInterrupt: () => void): Prompt {
  let asking: Interface | undefined;
  return {
    isTerminal: true,
    async ask(question, { isSecret = false } = {}) {
      // The terminal echoes nothing while it is read key by key: what is shown goes through here.
      let isMuted = false;
      const shown = new Writable({
        write(chunk, _, done) {
          if (!isMuted) output.write(chunk);
          done();
        },
      });
      const reader = createInterface({ input, output: shown, terminal: true, historySize: 0 });
      asking = reader;
      reader.on("SIGINT", onInterrupt);
      const answer = new Promise<string | undefined>((resolve) => {
        reader.once("close", () => resolve(undefined));
        reader.question(question, resolve);
      });
      isMuted = isSecret;
      const text = await answer;
      if (isSecret) output.write("\n");
      reader.close();
      return text;
    },
    close: () => asking?.close(),
  };
}

function createPipePrompt(input: Input, output: Writable): Prompt {
  const lines: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let hasEnded = false;
  let reader: Interface | undefined;

  function open(): Interface {
    const opened = createInterface({ input });
    opened.on("line", (line) => {
      if (waiting) waiting(line);
      else lines.push(line);
      waiting = undefined;
    });
    opened.on("close", () => {
      hasEnded = true;
      waiting?.(undefined);
    });
    return opened;
  }

  return {
    isTerminal: false,
    async ask(question) {
      // Nobody who gives no answers by a pipe should have it read.
      reader ??= open();
      output.write(`${question}\n`);
      if (lines.length > 0 || hasEnded) return lines.shift();
      return new Promise((resolve) => (waiting = resolve));
    },
    close() {
      reader?.close();
      if (reader && "destroy" in input && typeof input.destroy === "function") input.destroy();
    },
  };
}
