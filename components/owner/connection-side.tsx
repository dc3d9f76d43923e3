import { Side } from "@/components/site/side";
import type { Console, Door } from "@/lib/owner/view";
import { strings } from "@/lib/site/strings";
import { Buttons } from "./buttons";
import { ConnectionWords } from "./connection-words";
import { Facts } from "./facts";
import { Phrase } from "./phrase";
import { SignInButtons } from "./sign-in-buttons";
import { SixMonths } from "./six-months";
import { isReconnectDue } from "./standing";
import type { Standing } from "./standing";
import { When } from "./when";
import type { Clock } from "./when";

const words = strings.owner.connection;

interface ConnectionSideProps {
  readonly door: Door;
  readonly connection: Console["connection"];
  readonly standing: Standing;
  readonly clock: Clock & { readonly now?: number | undefined };
}

/** How long the connection has lived and will, and how to renew it. */
export function ConnectionSide({ door, connection, standing, clock }: ConnectionSideProps) {
  const { connectedAt, endsAt } = connection;
  const { now } = clock;
  const rank = isReconnectDue(standing) ? "first" : "plain";
  return (
    <Side label={words.label}>
      <ConnectionWords connection={connection} standing={standing} clock={clock} />
      <Facts entries={listFacts(connection, standing, clock)} />
      {connectedAt !== undefined && endsAt !== undefined && now !== undefined && (
        <SixMonths connectedAt={connectedAt} endsAt={endsAt} now={now} />
      )}
      <Buttons>
        <SignInButtons door={door} label={words.reconnect} rank={rank} />
        {endsAt !== undefined && (
          <a
            className="link inline-flex min-h-11 items-center font-sans text-[0.9375rem]"
            href="/owner/calendar.ics"
          >
            {words.calendar}
          </a>
        )}
      </Buttons>
    </Side>
  );
}

function listFacts(connection: Console["connection"], standing: Standing, clock: Clock) {
  const { connectedAt, endsAt, origin, scopes } = connection;
  return [
    connectedAt !== undefined && {
      name: words.since,
      value: <When time={connectedAt} clock={clock} isDay />,
    },
    endsAt !== undefined && {
      name: standing.type === "ended" ? words.ended : words.ends,
      value: <When time={endsAt} clock={clock} isDay />,
    },
    origin !== undefined && { name: words.origin, value: <Phrase text={words.origins[origin]} /> },
    scopes !== undefined && scopes.length > 0 && { name: words.scopes, value: scopes.join(", ") },
  ].filter((fact) => fact !== false);
}
