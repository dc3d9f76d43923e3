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
}

/**
 * Runs one of the owner's tools from its arguments to its exit code: 0 when all is well, 1 when
 * something is wrong, 130 after Ctrl-C.
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
  const interrupt = () => interruption.abort(new Error("Ended. Nothing was changed."));
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  const prompt = createPrompt(process.stdin, process.stdout, interrupt);
  // Whoever reads along, such as `head`, may have read enough.
  process.stdout.on("error", () => undefined);
  // Whoever is asked would otherwise be waited for.
  interruption.signal.addEventListener("abort", () => prompt.close());

  function start(envFile: string | undefined, { mayBeNew = false } = {}): Tool {
    const settings = loadSettings(envFile, mayBeNew);
    const screen = createScreen(process.stdout, settings.shell);
    return { settings, screen, prompt, signal: interruption.signal };
  }

  try {
    const isWell = await work({ args: process.argv.slice(2), start });
    process.exitCode = isWell ? 0 : 1;
  } catch (error) {
    const isOver = interruption.signal.aborted;
    const message = isOver ? "\nEnded. Nothing was changed." : sayError(error);
    process.stderr.write(`${message}\n`);
    process.exitCode = isOver ? INTERRUPTED : 1;
  } finally {
    prompt.close();
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

function sayError(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .split("\n")
    .map((line) => wrap(line))
    .join("\n");
}
