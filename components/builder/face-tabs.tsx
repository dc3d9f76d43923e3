import type { KeyboardEvent } from "react";
import { FACES } from "@/lib/embeds/snippets";
import type { Face } from "@/lib/embeds/snippets";
import { useWords } from "./words";

/** The panel that all tabs lead to: it shows the chosen face. */
export const PANEL_ID = "face";

export function tabIdOf(face: Face): string {
  return `tab-${face}`;
}

interface FaceTabsProps {
  readonly chosen: Face;
  readonly onChoose: (face: Face) => void;
}

/** The faces as tabs: one is in the tab order, arrows lead to the others (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/). */
export function FaceTabs({ chosen, onChoose }: FaceTabsProps) {
  const words = useWords().faces;

  function move(event: KeyboardEvent<HTMLElement>): void {
    const to = findNext(FACES.indexOf(chosen), event.key);
    const face = FACES[to];
    if (face === undefined) return;
    event.preventDefault();
    onChoose(face);
    document.getElementById(tabIdOf(face))?.focus();
  }

  return (
    <div className="bd-tabs bd-live" role="tablist" aria-label={words.list}>
      {FACES.map((face) => (
        <button
          key={face}
          type="button"
          role="tab"
          id={tabIdOf(face)}
          className="bd-tab"
          aria-selected={face === chosen}
          aria-controls={PANEL_ID}
          aria-labelledby={`${tabIdOf(face)}-name`}
          aria-describedby={`${tabIdOf(face)}-use`}
          tabIndex={face === chosen ? 0 : -1}
          onClick={() => onChoose(face)}
          onKeyDown={move}
        >
          <span className="bd-tab-name" id={`${tabIdOf(face)}-name`}>
            {words[face].name}
          </span>
          <span className="bd-tab-use" id={`${tabIdOf(face)}-use`}>
            {words[face].use}
          </span>
        </button>
      ))}
    </div>
  );
}

/** The place that a key leads to, or -1. They stand in rows, so that both pairs of arrows are tried. */
function findNext(at: number, key: string): number {
  const count = FACES.length;
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowLeft":
    case "ArrowUp":
      return (at + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return -1;
  }
}
