import { Headline } from "@/components/site/headline";
import { ownerStrings } from "@/lib/site/strings";
import { Phrase } from "@/components/site/phrase";
import type { Standing } from "./standing";

const words = ownerStrings;
const PHRASES: Partial<Record<Intl.LDMLPluralRule, string>> = words.daysLeft;

interface StandingLineProps {
  readonly standing: Standing;
  readonly language: string;
}

/** The one figure that matters: how long the connection lives. */
export function StandingLine({ standing, language }: StandingLineProps) {
  if (standing.type !== "counting") return <Headline>{words.headlines[standing.type]}</Headline>;
  const rule = new Intl.PluralRules(language).select(standing.days);
  const figure = (
    <span className="-ml-[0.06em] block text-[2.25em] leading-[0.82] tracking-[-0.05em]">
      {standing.days}
    </span>
  );
  return (
    <Headline>
      <Phrase text={PHRASES[rule] ?? words.daysLeft.other} values={{ n: figure }} />
    </Headline>
  );
}
