import type { Console, Door } from "@/lib/owner/view";
import { CallsSide } from "./calls-side";
import { ConnectionSide } from "./connection-side";
import { LeaveSide } from "./leave-side";
import { Notice } from "./notice";
import { ProblemsSide } from "./problems-side";
import { readStanding } from "./standing";
import { StandingLine } from "./standing-line";
import { StoreSide } from "./store-side";
import { VariablesSide } from "./variables-side";
import { VisitorsSide } from "./visitors-side";
import type { Clock } from "./when";

interface ConsoleViewProps {
  readonly door: Door;
  readonly console: Console;
  readonly clock: Clock;
}

/** The console: what needs the owner first, then how everything stands, then the ways out. */
export function ConsoleView({ door, console, clock }: ConsoleViewProps) {
  const { connection, problems, budget, gate, store, hasVariables } = console;
  const standing = readStanding(connection);
  return (
    <>
      <StandingLine standing={standing} language={clock.language} />
      {door.notice && <Notice notice={door.notice} clock={clock} />}
      {hasVariables && <VariablesSide />}
      {problems.length > 0 && <ProblemsSide problems={problems} />}
      <ConnectionSide door={door} connection={connection} standing={standing} clock={clock} />
      <VisitorsSide console={console} clock={clock} />
      <CallsSide budget={budget} gate={gate} clock={clock} />
      <StoreSide store={store} />
      <LeaveSide canDisconnect={connection.state !== "not_connected"} />
    </>
  );
}
