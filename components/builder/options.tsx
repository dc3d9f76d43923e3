import { GROUNDS, SIZES, THEMES } from "@/lib/embeds/options";
import { STATES } from "@/lib/now-playing/samples";
import { BackgroundChoice } from "./background-choice";
import { Choice } from "./choice";
import { CHOICES_OF, SCRIPTS, isBare } from "./settings";
import type { Settings } from "./settings";
import type { Change } from "./use-settings";
import { WidthChoice } from "./width-choice";
import { useWords } from "./words";

const SHOWN = ["live", ...STATES] as const;

interface OptionsProps {
  readonly settings: Settings;
  readonly change: Change;
  /** Whether there is a released script to pin. */
  readonly hasRelease: boolean;
  readonly language: string;
}

/** What the chosen face can be asked, and nothing that it does not know. */
export function Options({ settings, change, hasRelease, language }: OptionsProps) {
  const words = useWords().options;
  const { theme, size, ground, width, preview, script, background } = settings;
  const choices = new Set(CHOICES_OF[settings.face]);
  return (
    <div className="bd-options bd-live">
      {choices.has("theme") && (
        <Choice
          name="theme"
          values={THEMES}
          chosen={theme}
          onChoose={(value) => change("theme", value)}
        />
      )}
      {choices.has("size") && (
        <Choice
          name="size"
          values={SIZES}
          chosen={size}
          onChoose={(value) => change("size", value)}
        />
      )}
      {choices.has("ground") && (
        <Choice
          name="ground"
          values={GROUNDS}
          chosen={ground}
          onChoose={(value) => change("ground", value)}
        />
      )}
      {choices.has("width") && (
        <WidthChoice width={width} onChoose={(value) => change("width", value)} />
      )}
      {choices.has("script") && hasRelease && (
        <Choice
          name="script"
          values={SCRIPTS}
          chosen={script}
          onChoose={(value) => change("script", value)}
          note={words.scriptNote}
        />
      )}
      {choices.has("preview") && (
        <Choice
          name="preview"
          values={SHOWN}
          chosen={preview ?? "live"}
          onChoose={(value) => change("preview", value === "live" ? undefined : value)}
          note={words.previewNote}
        />
      )}
      {isBare(settings) && (
        <BackgroundChoice
          theme={theme}
          background={background}
          language={language}
          onChoose={(value) => change("background", value)}
        />
      )}
    </div>
  );
}
