import { watch } from "node:fs";
import { join } from "node:path";

interface Watched {
  /** The project's folder. */
  readonly root: string;
  /** Called after each change, never twice at once. What it throws is said, and the watch goes on. */
  readonly regenerate: () => Promise<void>;
  readonly say: (line: string) => void;
  /** Editors write a file in several steps: how long it has to be still. */
  readonly settleMs?: number;
}

/**
 * Regenerates whenever something in content/writing or content/uses.mdx has changed.
 *
 * @returns ends the watch
 */
export function watchContent({ root, regenerate, say, settleMs = 100 }: Watched): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  const run = async () => {
    try {
      await regenerate();
      say("content/ was read again.");
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      say("Until then, what was last in order is shown.");
    }
  };
  const note = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run);
    }, settleMs);
  };

  const content = join(root, "content");
  const watchers = [
    // Some systems do not say what has changed.
    watch(content, (_, name) => (name === null || name === "uses.mdx") && note()),
    watch(
      join(content, "writing"),
      (_, name) => (name === null || /\.mdx?$/i.test(name)) && note(),
    ),
  ];
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
