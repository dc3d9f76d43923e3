import { Side } from "@/components/site/side";
import type { Console } from "@/lib/owner/view";
import { strings } from "@/lib/site/strings";
import { Phrase } from "./phrase";
import { Lead, Text } from "./text";

const words = strings.owner.store;

/** Where things are kept, how long, and who shares them. */
export function StoreSide({ store }: Pick<Console, "store">) {
  return (
    <Side label={words.label}>
      <Lead>{words.kinds[store.kind]}</Lead>
      {describeStore(store).map((text) => (
        <Text key={text}>
          <Phrase text={text} />
        </Text>
      ))}
    </Side>
  );
}

function describeStore({ durable, shared, works }: Console["store"]): readonly string[] {
  if (!works) return [words.fails];
  if (!durable) return [words.memory];
  return [`${words.kept} ${shared ? words.shared : words.notShared}`];
}
