import type { Emulator } from "@/emulator/server";
import { faultIdsOf, findFault } from "@/emulator/faults";
import type { BentSite } from "@/scripts/reliability/site/start-bent-site";
import type { VirtualClock } from "@/scripts/reliability/site/virtual-clock";

/** What can be spoilt, and what with. */
export interface Stage {
  readonly emulator: Emulator;
  readonly site: BentSite;
  /** The site's; Spotify's own goes right. */
  readonly clock: VirtualClock;
}

/** Something that goes wrong, and goes right again. */
export interface Trouble {
  readonly id: string;
  readonly label: string;
  /** What is to blame: one of Spotify's two hosts, the name service, or the machine's clock. */
  readonly host: "accounts" | "api" | "network" | "clock";
  begin(stage: Stage): Promise<void>;
  end(stage: Stage): Promise<void>;
}

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** Everything that can go wrong between the site and Spotify. */
export const TROUBLES: readonly Trouble[] = [
  ...faultIdsOf("accounts").map((id) => makeFault("accounts", id)),
  ...faultIdsOf("api").map((id) => makeFault("api", id)),
  makeResolver("fails", "Spotify's name is not found (DNS)"),
  makeResolver("silent", "The name service does not answer (DNS)"),
  makeResolver("refused", "Spotify's address refuses connections"),
  makeJump("forward-hour", "The clock jumps an hour ahead", HOUR),
  makeJump("forward-week", "The clock jumps a week ahead", 7 * DAY),
  makeJump("back-hour", "The clock jumps an hour back", -HOUR),
  makeJump("back-week", "The clock jumps a week back", -7 * DAY),
];

function makeFault(host: "accounts" | "api", id: string): Trouble {
  return {
    id,
    label: findFault(id, host)?.label ?? id,
    host,
    begin: async ({ emulator }) => emulator.control.fault({ host, fault: id }),
    end: async ({ emulator }) => emulator.control.clearFaults(),
  };
}

function makeResolver(resolver: "fails" | "silent" | "refused", label: string): Trouble {
  return {
    id: `name-${resolver}`,
    label,
    host: "network",
    begin: ({ site }) => site.bend(resolver),
    end: ({ site }) => site.bend("works"),
  };
}

function makeJump(id: string, label: string, ms: number): Trouble {
  return {
    id,
    label,
    host: "clock",
    begin: (stage) => moveClock(stage, ms),
    end: (stage) => moveClock(stage, -ms),
  };
}

async function moveClock({ clock, site }: Stage, ms: number): Promise<void> {
  clock.advance(ms);
  await site.bend();
}
