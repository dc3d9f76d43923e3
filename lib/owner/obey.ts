import type { Connection } from "@/lib/connection/connection";
import type { Engine } from "@/lib/now-playing/engine";
import { say } from "@/lib/telling/say";
import type { Log } from "@/lib/telling/events";
import { at } from "@/lib/site/address";
import { sayPlainly, sendOn } from "./answers";
import { HIDINGS } from "./hide-until";
import type { RequestHeaders } from "./origins";
import type { SealedNote } from "./sealed-note";
import { listVariables } from "./variables";
import type { KeptByOwner } from "./variables";
import type { Order } from "./view";
import type { Visits } from "./visits";

interface OrderOptions {
  readonly connection: Pick<Connection, "disconnect">;
  readonly engine: Pick<Engine, "hide" | "show" | "forget">;
  readonly visits: Visits;
  /** Of the site, below its origin. */
  readonly basePath: string;
  readonly variables: SealedNote<KeptByOwner> | undefined;
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: () => number;
  readonly log: Log;
}

/** Does what the owner orders, and leads back to the console. */
export function createOrders(options: OrderOptions) {
  const { connection, engine, visits, variables, timeZone, now, log } = options;
  const page = at("/owner", options.basePath);

  async function disconnect(): Promise<void> {
    const problem = await connection.disconnect();
    await engine.forget();
    log.info(say`The owner has ended the connection.`, "owner_disconnected");
    if (problem !== undefined) log.warn(say`That could not be stored. ${problem}`, "owner_unsaved");
  }

  function showVariables(headers: RequestHeaders): Response {
    const kept = variables?.read(visits.read(headers, "variables"));
    if (kept === undefined) return sendOn(`${page}?notice=not_found`);
    return sayPlainly(200, listVariables(kept), [visits.erase(headers, "variables")]);
  }

  return async (order: Order, headers: RequestHeaders): Promise<Response> => {
    switch (order) {
      case "hide-2-hours":
      case "hide-until-tomorrow":
        await engine.hide(HIDINGS[order](now(), timeZone));
        return sendOn(page);
      case "show":
        await engine.show();
        return sendOn(page);
      case "disconnect":
        await disconnect();
        return sendOn(page);
      case "sign-out":
        return sendOn(page, [visits.erase(headers, "session"), visits.erase(headers, "known")]);
      case "variables":
        return showVariables(headers);
    }
  };
}
