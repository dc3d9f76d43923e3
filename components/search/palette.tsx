import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { at } from "@/lib/site/address";
import type { Found } from "./create-search";
import { listGroups } from "./list-groups";
import type { Searching } from "./load-search";
import { Options } from "./options";
import { phraseTotal } from "./phrase-total";
import { asksForSearch } from "./shortcut";
import { stepTo } from "./step-to";
import { writeQuery } from "./write-query";
import "./search.css";

interface PaletteProps extends Searching {
  readonly onClose: () => void;
}

/**
 * The search over a page, led by the keyboard: a combobox with its list, in a native dialog
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
 */
export function Palette({ onClose, ...searching }: PaletteProps) {
  const { words } = searching;
  const id = useId();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  /** The place of the option that Enter opens; -1: none. */
  const [active, setActive] = useState(-1);

  useEffect(() => dialog.current?.showModal(), []);

  const { groups, total } = listGroups(query, searching);
  const options = groups.flatMap(({ found }) => found);
  const chosen = options[active];
  const nameOption = (found: Found) => `${id}-${options.indexOf(found)}`;

  const close = () => dialog.current?.close();

  function go({ href }: Found): void {
    // First, for it hands the focus back to where it came from.
    close();
    router.push(href);
  }

  function lead(event: KeyboardEvent): void {
    // A letter that is still being put together has use for these keys itself.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && chosen) go(chosen);
    else if (asksForSearch(event.nativeEvent)) close();
    else {
      const next = stepTo(event, active, options.length);
      if (next === undefined) return;
      setActive(next);
    }
    event.preventDefault();
  }

  return (
    <dialog ref={dialog} className="se" closedby="any" aria-label={words.title} onClose={onClose}>
      <div className="se-head">
        <input
          className="se-field"
          role="combobox"
          aria-label={words.field}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={chosen && nameOption(chosen)}
          placeholder={words.placeholder}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onKeyDown={lead}
          onChange={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setActive(currentTarget.value.trim() === "" ? -1 : 0);
          }}
        />
        <button type="button" className="se-close" onClick={close}>
          {words.close}
        </button>
      </div>
      <div className="se-found">
        <output className="se-label">
          {total !== undefined && phraseTotal(total, options.length, words)}
        </output>
        {options.length > 0 && (
          <Options
            id={`${id}-list`}
            label={words.results}
            groups={groups}
            active={chosen}
            nameOption={nameOption}
            onActive={(found) => setActive(options.indexOf(found))}
            onOpen={go}
          />
        )}
        <p className="se-foot">
          {/* Loaded anew: changed in place, the page would keep the palette, and an index that is open. */}
          <a className="link" target="_self" href={at(`/search${writeQuery(query)}`)}>
            {words.all}
          </a>
        </p>
      </div>
    </dialog>
  );
}
