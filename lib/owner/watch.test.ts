import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, START, createFragileStore } from "@/lib/connection/testing/rehearsal";
import type { ConnectionStatus } from "@/lib/connection/connection-status";
import { say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";
import { createMemoryStore } from "@/lib/store/memory-store";
import { dueAlert, passedAlerts } from "./alerts";
import type { Alert } from "./alerts";
import { createWatch } from "./watch";

const END = START + 180 * DAY;

function status(more: Partial<ConnectionStatus> = {}): ConnectionStatus {
  return {
    state: "connected",
    authorizedAt: START,
    disconnectedAt: undefined,
    origin: "sign-in",
    scopes: undefined,
    isUnsaved: false,
    ...more,
  };
}

function watchFrom(start: number, { isDurable = true } = {}) {
  let time = start;
  const now = (): number => time;
  const fragile = createFragileStore(now);
  const told: string[] = [];
  const posted: string[] = [];
  const receiver = { fails: false };
  const open = () => {
    const watch = createWatch({
      store: isDurable ? fragile.store : createMemoryStore({ now }),
      now,
      tell: (message) => void told.push(message),
      post: async ({ key }: Alert) => {
        posted.push(key.split("/")[1] ?? "");
        if (receiver.fails) throw new ExplainedError(say`OWNER_WEBHOOK_URL answered 500.`);
      },
    });
    return {
      look: (of: ConnectionStatus = status()) => watch.look(dueAlert(of, now()), passedAlerts(of)),
    };
  };
  return { fragile, told, posted, receiver, open, advance: (ms: number) => void (time += ms) };
}

describe("the watch over the connection", () => {
  it("tells each warning once, by log and webhook, however often it looks", async () => {
    const { told, posted, open, advance } = watchFrom(END - 40 * DAY);
    const watch = open();
    for (let hour = 0; hour < 60 * 24; hour++) {
      await watch.look();
      advance(HOUR);
    }
    expect(posted).toEqual(["30", "7", "1", "end"]);
    expect(told).toHaveLength(4);
  });

  it("tells it once over restarts", async () => {
    const { posted, open, advance } = watchFrom(END - 40 * DAY);
    for (let day = 0; day < 50; day++) {
      await open().look();
      advance(DAY);
    }
    expect(posted).toEqual(["30", "7", "1", "end"]);
  });

  it("tells it once for instances that look at the same moment", async () => {
    const { posted, open } = watchFrom(END - 5 * DAY);
    await Promise.all([open().look(), open().look(), open().look()]);
    expect(posted).toEqual(["7"]);
  });

  it("leaves out the warnings whose time nobody saw", async () => {
    const { posted, open, advance } = watchFrom(END - 90 * DAY);
    const watch = open();
    await watch.look();
    advance(89.5 * DAY);
    await watch.look();
    expect(posted).toEqual(["1"]);
  });

  it("begins anew with a new sign-in", async () => {
    const { posted, open, advance } = watchFrom(END);
    const watch = open();
    await watch.look();
    advance(HOUR);
    const renewed = status({ authorizedAt: END + HOUR });
    await watch.look(renewed);
    advance(175 * DAY);
    await watch.look(renewed);
    expect(posted).toEqual(["end", "7"]);
  });

  it("takes the same day, with and without its hour, for the same sign-in", async () => {
    const { posted, open, advance } = watchFrom(END - 5 * DAY);
    await open().look();
    advance(MINUTE);
    await open().look(status({ authorizedAt: START + 10 * HOUR }));
    expect(posted).toEqual(["7"]);
  });

  it("looks at most once a minute", async () => {
    const { fragile, open, advance } = watchFrom(END - 5 * DAY);
    const watch = open();
    await watch.look();
    const { length } = fragile.written;
    for (let second = 1; second < 60; second++) {
      advance(1_000);
      await watch.look(status({ state: "reauthorize" }));
    }
    expect(fragile.written).toHaveLength(length);
  });

  it("tells a refusal once, and the end that it comes of not again", async () => {
    const { posted, open, advance } = watchFrom(END - HOUR);
    const watch = open();
    const refused = status({ state: "reauthorize" });
    await watch.look(refused);
    for (let hour = 0; hour < 48; hour++) {
      advance(HOUR);
      await open().look(refused);
    }
    expect(posted).toEqual(["refused"]);
  });

  it.each([
    ["reauthorize", "refused"],
    ["misconfigured", "client"],
  ] as const)(
    "tells a refusal (%s) again that had passed, over restarts too",
    async (state, key) => {
      const { posted, open, advance } = watchFrom(START + 9 * DAY);
      for (const now of [state, "connected", state, state, "connected"] as const) {
        await open().look(status({ state: now }));
        advance(HOUR);
      }
      expect(posted).toEqual([key, key]);
    },
  );

  it("tells of the end, though a refusal long before it had passed", async () => {
    const { posted, open, advance } = watchFrom(START + 100 * DAY);
    await open().look(status({ state: "reauthorize" }));
    advance(HOUR);
    await open().look();
    advance(80 * DAY);
    await open().look();
    await open().look(status({ state: "reauthorize" }));
    expect(posted).toEqual(["refused", "end"]);
  });

  it("names a refused app, and a refusal of an unknown day", async () => {
    const { posted, open, advance } = watchFrom(START + 9 * DAY);
    const watch = open();
    await watch.look(status({ state: "misconfigured" }));
    advance(HOUR);
    await watch.look(status({ state: "reauthorize", authorizedAt: undefined }));
    expect(posted).toEqual(["client", "refused"]);
  });

  it("has nothing to say of a connection that its owner has ended", async () => {
    const { posted, open } = watchFrom(END + DAY);
    await open().look(status({ state: "not_connected" }));
    expect(posted).toEqual([]);
  });
});

describe("a receiver that fails", () => {
  it("is tried again, ever later, and the log told only once", async () => {
    const { told, posted, receiver, open, advance } = watchFrom(END - 5 * DAY);
    receiver.fails = true;
    for (let minute = 0; minute < 20; minute++) {
      await open().look();
      advance(MINUTE);
    }
    expect(posted).toHaveLength(3);
    expect(told.filter((line) => line.includes("7 days are left"))).toHaveLength(1);
    receiver.fails = false;
    for (let minute = 0; minute < 120; minute++) {
      await open().look();
      advance(MINUTE);
    }
    expect(posted).toHaveLength(4);
  });

  it("is given up in the end", async () => {
    const { told, posted, receiver, open, advance } = watchFrom(END - 6.9 * DAY);
    receiver.fails = true;
    for (let hour = 0; hour < 24 * 5; hour++) {
      await open().look();
      advance(HOUR);
    }
    expect(posted).toHaveLength(6);
    expect(told.at(-1)).toBe(
      "The warning could not be posted. OWNER_WEBHOOK_URL answered 500. It is not tried again.",
    );
  });
});

describe("a store", () => {
  it("that is away lets each process tell once", async () => {
    const { fragile, posted, open, advance } = watchFrom(END - 5 * DAY);
    fragile.fails.writing = fragile.fails.reading = true;
    const watch = open();
    await watch.look();
    advance(HOUR);
    await watch.look();
    expect(posted).toEqual(["7"]);
  });

  it("that forgets makes a warning news on its first day only, so that a daily look is no daily mail", async () => {
    const { posted, open, advance } = watchFrom(END - 40 * DAY, { isDurable: false });
    for (let day = 0; day < 50; day++) {
      await open().look();
      // The look is to come daily, and comes a little later each time.
      advance(DAY + 20 * MINUTE);
    }
    expect(posted).toEqual(["30", "7", "1", "end"]);
  });

  it("that could not be written last is not believed over what this process knows", async () => {
    const { fragile, posted, open, advance } = watchFrom(END - 5 * DAY);
    const watch = open();
    const written = fragile.store.set;
    let writes = 0;
    fragile.store.set = async (...args) => {
      writes += 1;
      if (writes === 2) throw new Error("The disk is full.");
      return written(...args);
    };
    await watch.look();
    advance(HOUR);
    await watch.look();
    expect(posted).toEqual(["7"]);
  });

  it.each([Number.NaN, 0, 0.5, -5])("survives a sign-in at %s", async (authorizedAt) => {
    const { open } = watchFrom(END);
    await expect(open().look(status({ authorizedAt }))).resolves.toBeUndefined();
  });
});
