import { useState } from "react";
import { CARD_WIDTH } from "@/lib/embeds/options";
import { useWords } from "./words";

const { least, most } = CARD_WIDTH;

interface WidthChoiceProps {
  readonly width: number;
  readonly onChoose: (width: number) => void;
}

/** The picture's width: by hand, or to the pixel. */
export function WidthChoice({ width, onChoose }: WidthChoiceProps) {
  const label = useWords().options.width;
  /** What is typed: on its way it may be no width. */
  const [typed, setTyped] = useState<string>();

  function type(text: string): void {
    setTyped(text);
    const width = Number(text);
    if (Number.isInteger(width) && width >= least && width <= most) onChoose(width);
  }

  return (
    <div className="bd-choice">
      <label className="bd-legend" htmlFor="width">
        {label}
      </label>
      <div className="bd-width">
        <input
          type="range"
          aria-label={label}
          min={least}
          max={most}
          value={width}
          onChange={({ target }) => onChoose(target.valueAsNumber)}
        />
        <input
          type="number"
          id="width"
          min={least}
          max={most}
          value={typed ?? width}
          onChange={({ target }) => type(target.value)}
          onBlur={() => setTyped(undefined)}
        />
      </div>
    </div>
  );
}
