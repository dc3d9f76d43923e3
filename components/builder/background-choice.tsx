import { Phrase } from "@/components/site/phrase";
import { LEAST_CONTRAST, judgeGround } from "@/lib/embeds/contrast";
import type { Theme } from "@/lib/embeds/options";
import { useWords } from "./words";

interface BackgroundChoiceProps {
  readonly theme: Theme;
  /** `#rrggbb` */
  readonly background: string;
  readonly language: string;
  readonly onChoose: (background: string) => void;
}

/** The page that a face without paper would stand on, and whether the face can be read there. */
export function BackgroundChoice(props: BackgroundChoiceProps) {
  const { theme, background, language, onChoose } = props;
  const {
    contrast: words,
    options: { values, background: label },
  } = useWords();
  const { ratios, advice } = judgeGround(theme, background);
  const digits = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const faint = ratios.filter(({ ratio }) => ratio < LEAST_CONTRAST);
  const least = Math.min(...ratios.map(({ ratio }) => ratio));
  return (
    <div className="bd-choice bd-background">
      <label className="bd-legend" htmlFor="background">
        {label}
      </label>
      <div className="bd-colour">
        <input
          type="color"
          id="background"
          name="background"
          value={background}
          onChange={({ target }) => onChoose(target.value)}
        />
        <code>{background}</code>
      </div>
      <output className="bd-verdict" data-faint={advice ? "" : undefined}>
        {faint.map(({ scheme, ratio }) => (
          <span key={scheme}>
            <Phrase
              text={words.faint}
              values={{
                scheme: <code>{values[scheme]}</code>,
                ratio: digits.format(floor(ratio)),
                least: digits.format(LEAST_CONTRAST),
              }}
            />
          </span>
        ))}
        <span>
          {advice ? (
            <Phrase text={(theme === "auto" ? words.adviceAuto : words.advice)[advice]} />
          ) : (
            <Phrase text={words.fits} values={{ ratio: digits.format(floor(least)) }} />
          )}
        </span>
      </output>
    </div>
  );
}

/** What is nearly enough must not be written as enough. */
function floor(ratio: number): number {
  return Math.floor(ratio * 10) / 10;
}
