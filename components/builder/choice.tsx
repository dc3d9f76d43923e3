import { useId } from "react";
import { Phrase } from "@/components/site/phrase";
import { useWords } from "./words";
import type { Words } from "./words";

type Value = keyof Words["options"]["values"];

interface ChoiceProps<T extends Value> {
  readonly name: "theme" | "size" | "ground" | "preview" | "script";
  readonly values: readonly T[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
  readonly note?: string;
}

/** One of a few words: the contract's own, so that what is chosen is what stands in the address. */
export function Choice<T extends Value>({ name, values, chosen, onChoose, note }: ChoiceProps<T>) {
  const words = useWords().options;
  const id = useId();
  return (
    <div className="bd-choice" role="radiogroup" aria-labelledby={id}>
      <div className="bd-legend" id={id}>
        {words[name]}
      </div>
      <div className="bd-values">
        {values.map((value) => (
          <label key={value} className="bd-value">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {words.values[value]}
          </label>
        ))}
      </div>
      {note && (
        <p className="bd-note">
          <Phrase text={note} />
        </p>
      )}
    </div>
  );
}
