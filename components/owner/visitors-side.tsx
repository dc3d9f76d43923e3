import { Side } from "@/components/site/side";
import { readElapsed } from "@/lib/now-playing/appearance";
import type { Console } from "@/lib/owner/view";
import { fill } from "@/lib/site/fill";
import { nowPlayingStrings, ownerStrings } from "@/lib/site/strings";
import { Buttons } from "./buttons";
import { Facts } from "./facts";
import { Phrase } from "@/components/site/phrase";
import { PostButton } from "./post-button";
import { Published } from "./published";
import { Text } from "./text";
import { When } from "./when";
import type { Clock } from "./when";

const words = ownerStrings.visitors;

interface VisitorsSideProps {
  readonly console: Console;
  readonly clock: Clock;
}

/** What visitors are told now, and how to have them told nothing for a while. */
export function VisitorsSide({ console, clock }: VisitorsSideProps) {
  const { published, lastReadingAt, hiddenUntil, now } = console;
  const isHidden = hiddenUntil !== undefined;
  return (
    <Side label={words.label}>
      <Published published={published} clock={clock} />
      <div className="mt-5">
        <Facts
          entries={[
            ...(isHidden
              ? [{ name: words.hidden, value: <When time={hiddenUntil} clock={clock} /> }]
              : []),
            {
              name: words.lastReading,
              value: <LastReading at={lastReadingAt} now={now} clock={clock} />,
            },
          ]}
        />
      </div>
      {isHidden && <Text>{words.hiddenText}</Text>}
      <Buttons>
        {isHidden && <PostButton to="show" label={words.show} rank="first" />}
        <PostButton to="hide-2-hours" label={words.hide2Hours} />
        <PostButton to="hide-until-tomorrow" label={words.hideUntilTomorrow} />
      </Buttons>
    </Side>
  );
}

interface LastReadingProps {
  readonly at: number | undefined;
  readonly now: number;
  readonly clock: Clock;
}

function LastReading({ at, now, clock }: LastReadingProps) {
  if (at === undefined) return words.noReading;
  return (
    <Phrase
      text={words.ago}
      values={{ time: <When time={at} clock={clock} />, elapsed: describeElapsed(at, now) }}
    />
  );
}

function describeElapsed(since: number, now: number): string {
  const elapsed = readElapsed(since, now);
  if (elapsed === undefined) return words.justNow;
  const { minutesAgo, hoursAgo } = nowPlayingStrings;
  const phrase = elapsed.unit === "hour" ? hoursAgo : minutesAgo;
  return fill(phrase, { n: String(elapsed.value) });
}
