import { fill } from "@/lib/site/fill";
import { listParts } from "./parts";
import type { Part } from "./parts";
import type { Settings } from "./settings";
import { useAnswer } from "./use-answer";
import { useSettled } from "./use-settled";
import { useWords } from "./words";

interface WeightProps {
  readonly home: string;
  readonly settings: Settings;
  /** Of the element's script, as the settings have it, compressed. */
  readonly scriptBytes: number;
  readonly language: string;
}

/** What a face costs a visitor, weighed and not told. */
export function Weight({ home, settings, scriptBytes, language }: WeightProps) {
  const words = useWords().weight;
  const { parts, rest } = listParts(home, { ...settings, width: useSettled(settings.width) });
  const digits = new Intl.NumberFormat(language);
  return (
    <>
      <dl className="bd-facts">
        {parts.map(({ name, address }) => (
          <div key={name}>
            <dt>{words.parts[name]}</dt>
            <dd>
              {address === undefined ? (
                fill(words.sent, { n: digits.format(scriptBytes) })
              ) : (
                <Weighed address={address} digits={digits} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="bd-text">
        {settings.face === "element" ? words.textScript : words.text} {words[rest]}
      </p>
    </>
  );
}

interface WeighedProps extends Required<Pick<Part, "address">> {
  readonly digits: Intl.NumberFormat;
}

/** What an address answers with: as it travels, and whole where that is more. */
function Weighed({ address, digits }: WeighedProps) {
  const words = useWords().weight;
  const { answer, hasFailed } = useAnswer(address);
  if (hasFailed) return words.failed;
  if (!answer) return null;
  const { bytes, sentBytes } = answer;
  const n = digits.format(bytes);
  return sentBytes && sentBytes < bytes
    ? fill(words.sentAndWhole, { sent: digits.format(sentBytes), n })
    : fill(words.whole, { n });
}
