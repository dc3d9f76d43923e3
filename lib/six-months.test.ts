import { createServer as createHttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DAY, rehearseOwner } from "@/lib/testing/owner-rehearsal";

const HOUR = DAY / 24;

/** A receiver of webhooks that can fail, and keeps what it was sent. */
async function startReceiver() {
  const received: Record<string, unknown>[] = [];
  const receiver = {
    received,
    answer: 204 as number | "hang",
    url: "",
    close: async () => undefined as void,
  };
  const server = createHttpServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      received.push(JSON.parse(body));
      if (receiver.answer !== "hang") response.writeHead(receiver.answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/secret-part`;
  receiver.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return receiver;
}

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let scene: Awaited<ReturnType<typeof rehearseOwner>>;

beforeEach(async () => {
  receiver = await startReceiver();
  scene = await rehearseOwner({ variables: { OWNER_WEBHOOK_URL: receiver.url } });
});
afterEach(async () => {
  await scene.end();
  await receiver.close();
});

/** Visitors, a monitor and a restart, for a while. */
async function liveOn(): Promise<void> {
  for (let hour = 0; hour < 4; hour++) {
    await scene.ask();
    await scene.health();
    if (hour === 1) scene.restart();
    scene.moveClock(HOUR);
  }
}

describe("the six months", () => {
  it("are told the right words everywhere at 151, 174, 179.5 and 181 days, with one webhook each", async () => {
    const browser = scene.openBrowser();
    await browser.signIn();
    await liveOn();
    expect(receiver.received).toEqual([]);
    let day = 4 / 24;
    for (const [at, left, words, event] of [
      [151, 29, /ends on .*: 30 days are left at most/, "connection.ends_soon"],
      [174, 6, /ends on .*: 7 days are left at most/, "connection.ends_soon"],
      [179.5, 1, /ends on .*: 1 day is left at most/, "connection.ends_soon"],
      [181, 0, /ended on /, "connection.ended"],
    ] as const) {
      scene.moveClock((at - day) * DAY);
      day = at + 4 / 24;
      receiver.received.length = 0;
      scene.printed.length = 0;
      const health = await scene.health();
      expect(health.connection.daysLeft).toBe(left);
      await liveOn();

      const problems = (await scene.health()).problems.map(({ message }) => message).join("\n");
      expect(problems).toMatch(words);
      expect(scene.printed.filter((line) => words.test(line))).toHaveLength(1);
      expect(receiver.received).toHaveLength(1);
      expect(receiver.received[0]).toMatchObject({ event, site: expect.any(String) });
      const { content, text, message } = receiver.received[0] ?? {};
      for (const said of [content, text, message]) expect(said).toMatch(words);
      expect(String(content)).toContain("/owner");
    }

    expect(await scene.ask()).toMatchObject({ reason: "reauthorize" });
    await browser.signIn();
    expect((await browser.page()).console?.connection).toMatchObject({
      daysLeft: 180,
      warning: undefined,
    });
    expect(await scene.ask()).toMatchObject({ state: "playing" });
    expect((await scene.health()).status).toBe("ok");
  });

  it("begin anew with any sign-in: the owner who only comes to look has renewed them", async () => {
    const browser = scene.openBrowser();
    await browser.signIn();
    scene.moveClock(151 * DAY);
    expect((await browser.page()).console).toBeUndefined();
    await browser.signIn();
    expect((await browser.page()).console?.connection.daysLeft).toBe(180);
  });
});

describe("a receiver of webhooks", () => {
  it.each([500, 302, "hang"] as const)(
    "that answers with %s holds nobody up, is tried again, and its address is in no log",
    { timeout: 30_000 },
    async (answer) => {
      receiver.answer = answer;
      scene.moveClock(175 * DAY);
      const started = performance.now();
      const asked = scene.server().respond(new Request("http://site.test/"), () => undefined);
      expect((await asked).status).toBe(200);
      expect(performance.now() - started).toBeLessThan(3_000);
      await scene.health();
      expect(receiver.received).toHaveLength(1);
      receiver.answer = 200;
      scene.moveClock(2 * 60_000);
      await scene.health();
      expect(receiver.received).toHaveLength(2);
      scene.moveClock(DAY);
      await scene.health();
      expect(receiver.received).toHaveLength(2);
      expect(scene.printed.join("\n")).not.toContain("secret-part");
    },
  );
});
