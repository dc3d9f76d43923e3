import { createChanges } from "./changes";
import type { MakeChange } from "./changes";
import { loadSettings } from "./settings";
import type { Settings } from "./settings";
import { createPrompt } from "./terminal/prompt";
import type { Prompt } from "./terminal/prompt";
import { createScreen } from "./terminal/screen";
import type { Screen } from "./terminal/screen";
import { wrap } from "./terminal/words";

/** What a shell expects of a process that Ctrl-C has ended. */
const INTERRUPTED = 130;

interface Tool {
  readonly settings: Settings;
  readonly screen: Screen;
  readonly prompt: Prompt;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
  readonly make: MakeChange;
}

/**
 * Runs one of the owner's tools from its arguments to its exit code: 0 when all is well, 1 when
 * something is wrong, 130 after Ctrl-C, which ends it whatever it waits for.
 *
 * @param work answers whether all is well; what it throws is said
 */
export async function runTool(
  work: (given: {
    readonly args: string[];
    /** Reads the file that `--file` names, which may be a new one only for who writes it. */
    readonly start: (
      envFile: string | undefined,
      options?: { readonly mayBeNew?: boolean },
    ) => Tool;
  }) => Promise<boolean>,
): Promise<void> {
  const interruption = new AbortController();
  const { signal } = interruption;
  const interrupt = () => interruption.abort(new Error("Ended."));
  const interrupted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  const prompt = createPrompt(process.stdin, process.stdout, interrupt);
  const changes = createChanges(signal);
  // Whoever reads along, such as `head`, may have read enough.
  process.stdout.on("error", () => undefined);

  function start(envFile: string | undefined, { mayBeNew = false } = {}): Tool {
    const settings = loadSettings(envFile, mayBeNew);
    const screen = createScreen(process.stdout, settings.shell);
    return { settings, screen, prompt, signal, make: changes.make };
  }

  try {
    const given = { args: process.argv.slice(2), start };
    const isWell = await Promise.race([work(given), interrupted]);
    process.exitCode = isWell ? 0 : 1;
  } catch (error) {
    if (signal.aborted) {
      // The terminal is shown again what is typed.
      prompt.close();
      await write(`\nEnded. ${await changes.settle()}`);
      // Hosts, stores and whoever is asked would otherwise be waited for.
      process.exit(INTERRUPTED);
    }
    await write(sayError(error));
    process.exitCode = 1;
  } finally {
    prompt.close();
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

function write(text: string): Promise<void> {
  return new Promise((resolve) => process.stderr.write(`${text}\n`, () => resolve()));
}

function sayError(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .split("\n")
    .map((line) => wrap(line))
    .join("\n");
}
