import { useRef, useState } from "react";
import { useWords } from "./words";

interface CopyableProps {
  /** The accessible name of the text. */
  readonly name: string;
  readonly text: string;
  /** What the button says. */
  readonly copy: string;
  /** The one thing to do here is set in reverse. */
  readonly isFirst?: boolean;
}

/** A text to take along: the button copies exactly what is shown, or selects it where no page may copy. */
export function Copyable({ name, text, copy, isFirst = false }: CopyableProps) {
  const words = useWords();
  const shown = useRef<HTMLPreElement>(null);
  /** The text that a remark is about: of another text it says nothing. */
  const [last, setLast] = useState<{ text: string; remark: string }>();

  async function take(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setLast({ text, remark: words.copied });
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setLast({ text, remark: words.selected });
    }
  }

  return (
    <>
      <section className="bd-code" aria-label={name}>
        <pre ref={shown}>
          <code>{text}</code>
        </pre>
      </section>
      <div className="bd-copy bd-live">
        <button
          type="button"
          className="bd-button"
          data-first={isFirst ? "" : undefined}
          onClick={() => void take()}
        >
          {copy}
        </button>
        <output>{last?.text === text && last.remark}</output>
      </div>
    </>
  );
}
