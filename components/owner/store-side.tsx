import { Side } from "@/components/site/side";
import type { Console } from "@/lib/owner/view";
import { ownerStrings } from "@/lib/site/strings";
import { Phrase } from "@/components/site/phrase";
import { Lead, Text } from "./text";

const words = ownerStrings.store;

/** Where things are kept, how long, and who shares them. */
export function StoreSide({ store }: Pick<Console, "store">) {
  const kind = words.kinds[store.kind];
  const isAtRisk = !store.durable || !store.works;
  return (
    <Side label={words.label}>
      {isAtRisk ? <Lead>{kind}</Lead> : <p className="font-sans font-semibold">{kind}</p>}
      <Text>
        <Phrase text={describeStore(store)} />
      </Text>
    </Side>
  );
}

function describeStore({ durable, shared, works }: Console["store"]): string {
  if (!works) return words.fails;
  if (!durable) return words.memory;
  return `${words.kept} ${shared ? words.shared : words.notShared}`;
}
