import { Side } from "@/components/site/side";
import type { Console, Door } from "@/lib/owner/view";
import { at } from "@/lib/site/address";
import { ownerStrings } from "@/lib/site/strings";
import { Buttons } from "./buttons";
import { ConnectionWords } from "./connection-words";
import { Facts } from "./facts";
import { Phrase } from "@/components/site/phrase";
import { SignInButtons } from "./sign-in-buttons";
import { SixMonths } from "./six-months";
import { isReconnectDue } from "./standing";
import type { Standing } from "./standing";
import type { Clock } from "./when";

const words = ownerStrings.connection;

interface ConnectionSideProps {
  readonly door: Door;
  readonly connection: Console["connection"];
  readonly standing: Standing;
  readonly clock: Clock;
}

/** How long the connection has lived and will, and how to renew it. */
export function ConnectionSide({ door, connection, standing, clock }: ConnectionSideProps) {
  const { connectedAt, endsAt } = connection;
  const { now } = clock;
  const isDue = isReconnectDue(standing);
  const buttons = (
    <Buttons>
      <SignInButtons door={door} label={words.reconnect} rank={isDue ? "first" : "plain"} />
      {standing.type === "counting" && <CalendarLink />}
    </Buttons>
  );
  return (
    <Side label={words.label}>
      <div className="grid gap-y-6 *:m-0">
        <ConnectionWords connection={connection} standing={standing} clock={clock} />
        {isDue && buttons}
        {connectedAt !== undefined && endsAt !== undefined && (
          <SixMonths connectedAt={connectedAt} endsAt={endsAt} now={now} clock={clock} />
        )}
        <Facts entries={listFacts(connection)} />
        {!isDue && buttons}
      </div>
    </Side>
  );
}

function CalendarLink() {
  return (
    <a
      className="link inline-flex min-h-11 items-center font-sans text-[0.9375rem]"
      href={at("/owner/calendar.ics")}
    >
      {words.calendar}
    </a>
  );
}

function listFacts({ origin, scopes }: Console["connection"]) {
  return [
    origin !== undefined && { name: words.origin, value: <Phrase text={words.origins[origin]} /> },
    scopes !== undefined &&
      scopes.length > 0 && {
        name: words.scopes,
        value: scopes.map((scope) => <Scope key={scope} name={scope} />),
      },
  ].filter((fact) => fact !== false);
}

/** A line each: their names break badly at their hyphens. */
function Scope({ name }: { readonly name: string }) {
  return <span className="block">{name}</span>;
}
