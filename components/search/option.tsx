import type { MouseEvent } from "react";
import { at } from "@/lib/site/address";
import type { Found } from "./create-search";
import { EntryRow } from "./entry-row";

interface OptionProps {
  readonly id: string;
  readonly found: Found;
  readonly isActive: boolean;
  readonly onActive: () => void;
  readonly onOpen: () => void;
}

/** One of the options: a link out of the Tab key's way, for the field keeps the focus. */
export function Option({ id, found, isActive, onActive, onOpen }: OptionProps) {
  const { entry, href, line, words } = found;

  function follow(event: MouseEvent): void {
    // Into another tab or window, as any link.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  }

  return (
    <a
      id={id}
      className="se-row"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native option is not set as a row
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      href={at(href)}
      onPointerMove={onActive}
      onMouseDown={keepFocus}
      onClick={follow}
    >
      <EntryRow entry={entry} line={line} aside={asideOf(found)} words={words} />
    </a>
  );
}

/** Pages that are offered stand together below that word. */
function asideOf({ entry, line }: Found): string | undefined {
  return line === undefined && entry.kind === "page" ? undefined : entry.aside;
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
