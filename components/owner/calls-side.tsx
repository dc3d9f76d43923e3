import { Side } from "@/components/site/side";
import type { Console } from "@/lib/owner/view";
import { ownerStrings } from "@/lib/site/strings";
import { CallsPlot } from "./calls-plot";
import { Phrase } from "@/components/site/phrase";
import { Lead, Text } from "./text";
import { When } from "./when";
import type { Clock } from "./when";

const words = ownerStrings.calls;

interface CallsSideProps {
  readonly budget: Console["budget"];
  readonly gate: Console["gate"];
  readonly clock: Clock;
}

/** What was asked of Spotify in a day, what may still be, and whether it wants to be left alone. */
export function CallsSide({ budget, gate, clock }: CallsSideProps) {
  const { limit, remaining, hours } = budget;
  const { format } = new Intl.NumberFormat(clock.language);
  return (
    <Side label={words.label}>
      <Text>
        <Phrase
          text={words.spent}
          values={{
            spent: <strong>{format(Math.max(0, limit - remaining))}</strong>,
            limit: format(limit),
            remaining: format(Math.max(0, remaining)),
          }}
        />
      </Text>
      {remaining <= 0 && <Text>{words.empty}</Text>}
      {gate && (
        <div className="mt-4">
          <Lead>
            <Phrase
              text={words.gate[gate.kind].title}
              values={{ time: <When time={gate.until} clock={clock} /> }}
            />
          </Lead>
          <Text>
            <Phrase text={words.gate[gate.kind].text} />
          </Text>
        </div>
      )}
      <CallsPlot hours={hours} />
    </Side>
  );
}
