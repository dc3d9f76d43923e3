import type { Console } from "@/lib/owner/view";
import { ownerStrings } from "@/lib/site/strings";
import { Phrase } from "@/components/site/phrase";
import type { Standing } from "./standing";
import { Remark, Text } from "./text";
import { When } from "./when";
import type { Clock } from "./when";

const words = ownerStrings.connection;

interface ConnectionWordsProps {
  readonly connection: Console["connection"];
  readonly standing: Standing;
  readonly clock: Clock;
}

/** What the owner should know of the connection, and do about it; nothing while all is well. */
export function ConnectionWords({ connection, standing, clock }: ConnectionWordsProps) {
  const { warning, disconnectedAt } = connection;
  if (standing.type === "not_connected" && disconnectedAt !== undefined) {
    return <Disconnected at={disconnectedAt} clock={clock} />;
  }
  const text =
    standing.type === "counting"
      ? warning !== undefined && words.warnings[warning]
      : standing.type === "ended"
        ? words.warnings[0]
        : words.states[standing.type];
  return (
    text && (
      <Remark>
        <Phrase text={text} />
      </Remark>
    )
  );
}

function Disconnected({ at, clock }: { readonly at: number; readonly clock: Clock }) {
  const link = (
    <a className="link" href={words.revokeUrl}>
      {words.revokeLink}
    </a>
  );
  return (
    <>
      <Remark>
        <Phrase
          text={words.disconnected}
          values={{ time: <When time={at} clock={clock} isDay /> }}
        />
      </Remark>
      <Text>
        <Phrase text={words.revoke} values={{ link }} />
      </Text>
    </>
  );
}
