import { Side } from "@/components/site/side";
import type { MissingVariable } from "@/lib/owner/view";
import { ownerStrings } from "@/lib/site/strings";
import { Phrase } from "@/components/site/phrase";
import { Text } from "./text";

const words = ownerStrings.missing;

/** What has to be set before anybody can sign in, and where it is had. */
export function MissingVariables({ names }: { readonly names: readonly MissingVariable[] }) {
  return (
    <Side label={words.label}>
      <Text>
        <Phrase text={words.text} />
      </Text>
      <dl className="mt-6 max-w-[38rem]">
        {names.map((name) => (
          <div key={name} className="border-t border-hairline py-3 last:border-b">
            <dt className="font-mono text-[0.875rem] font-semibold wrap-anywhere">{name}</dt>
            <dd className="mt-1 leading-[1.6]">
              <Phrase text={words.variables[name]} />
            </dd>
          </div>
        ))}
      </dl>
      <Text>
        <Phrase text={words.after} />
      </Text>
    </Side>
  );
}
