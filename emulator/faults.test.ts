import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { faultIdsOf, faults } from "./faults";
import type { FaultHost } from "./faults/exchange";
import { faultHosts } from "./faults/exchange";
import { startForTest } from "./test-client";
import type { TestClient } from "./test-client";

let client: TestClient;
let token: string;

beforeAll(async () => {
  client = await startForTest();
  token = await client.accessToken();
});

afterAll(() => client.emulator.close());
afterEach(() => client.emulator.control.clearFaults());

interface Outcome {
  status?: number;
  headers: IncomingMessage["headers"];
  body: string;
  /** How it ended: whole, cut short, reset before or in the body, or not within the client's patience. */
  end: "whole" | "cut" | "ECONNRESET" | "timeout";
}

/** Bare `node:http`, because what is tested is what is on the wire. */
async function ask(host: FaultHost, patienceMs = 2_000): Promise<Outcome> {
  const { credentials, control, url } = client.emulator;
  const { clientId, clientSecret, refreshToken } = credentials;
  const cover = control.state().cover ?? "";
  const target = {
    accounts: `${url}/api/token`,
    api: `${url}/v1/me/player/currently-playing?additional_types=track,episode`,
    images: cover,
  }[host];
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    client_id: clientId,
    client_secret: clientSecret,
  });
  const options =
    host === "accounts"
      ? { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" } }
      : { headers: { Authorization: `Bearer ${token}` } };
  return new Promise((resolve) => {
    const outcome: Outcome = { headers: {}, body: "", end: "whole" };
    const finish = (end: Outcome["end"]): void => {
      clearTimeout(timer);
      sent.destroy();
      resolve({ ...outcome, end });
    };
    const timer = setTimeout(() => finish("timeout"), patienceMs);
    const sent = request(target, { ...options, agent: false }, (answer) => {
      outcome.status = answer.statusCode ?? 0;
      outcome.headers = answer.headers;
      answer.setEncoding("latin1");
      answer.on("data", (chunk: string) => {
        outcome.body += chunk;
        if (outcome.body.length > 20_000_000) finish("cut");
      });
      answer.on("error", (error: NodeJS.ErrnoException) =>
        finish(error.code === "ECONNRESET" ? "ECONNRESET" : "cut"),
      );
      answer.on("end", () => finish(answer.complete ? "whole" : "cut"));
    });
    sent.on("error", () => finish("ECONNRESET"));
    sent.end(host === "accounts" ? form.toString() : undefined);
  });
}

async function spoil(host: FaultHost, fault: string, patienceMs?: number): Promise<Outcome> {
  client.emulator.control.fault({ host, fault, times: 1 });
  return ask(host, patienceMs);
}

/** An answer but for what differs between two sound ones. */
function wire({ headers, ...rest }: Outcome) {
  const { date: _, ...kept } = headers;
  return { ...rest, headers: kept, body: rest.body.replace(/BQ[\w-]+/g, "BQ") };
}

const everyFault = faults.flatMap(({ id, hosts }) => hosts.map((host) => [host, id] as const));
const stalling = new Set(["hang", "slow-drip"]);

describe("the table", () => {
  it("has no id twice on one host", () => {
    for (const host of faultHosts)
      expect(new Set(faultIdsOf(host)).size).toBe(faultIdsOf(host).length);
  });

  it.each(everyFault)(
    "%s: %s is played once, and the next answer is sound",
    async (host, fault) => {
      const sound = await ask(host);
      expect(sound).toMatchObject({ status: 200, end: "whole" });
      const spoilt = await spoil(host, fault, stalling.has(fault) ? 100 : undefined);
      // No refresh token is left out where none would have come.
      if (fault !== "no-refresh-token") expect(wire(spoilt)).not.toEqual(wire(sound));
      expect(client.emulator.control.log().at(-1)).toMatchObject({ fault });
      expect(await ask(host)).toMatchObject({ status: 200, end: "whole" });
    },
  );
});

describe("statuses", () => {
  it.each(everyFault.filter(([, id]) => /^\d{3}/.test(id)))(
    "%s: %s has its status",
    async (host, id) => {
      const { status } = await spoil(host, id);
      expect(String(status)).toBe(id.slice(0, 3));
    },
  );

  it("has JSON errors of the API's shape, plain text, and none at all", async () => {
    expect(JSON.parse((await spoil("api", "401-permissions")).body)).toEqual({
      error: { status: 401, message: "Permissions missing" },
    });
    expect((await spoil("api", "403-premium")).body).toMatch(/^Active premium/);
    expect((await spoil("api", "503")).body).toBe("");
    expect(JSON.parse((await spoil("accounts", "502")).body)).toMatchObject({
      error: "server_error",
    });
  });
});

describe("429", () => {
  it("says for how long: in seconds, as a date, or not at all", async () => {
    const { control } = client.emulator;
    control.fault({ host: "api", fault: "429", retryAfterSeconds: 11 });
    expect((await ask("api")).headers["retry-after"]).toBe("11");
    control.fault({ host: "api", fault: "429-date", retryAfterSeconds: 60 });
    const until = Date.parse((await ask("api")).headers["retry-after"] ?? "");
    expect(until).toBe(client.now() + 60_000);
    expect((await spoil("api", "429-no-retry-after")).headers["retry-after"]).toBeUndefined();
    expect((await spoil("api", "429-text")).body).toBe("Too many requests");
  });

  it("tells the quota apart", async () => {
    const { body, headers } = await spoil("api", "429-quota");
    expect(JSON.parse(body).error.reason).toBe("QUOTA_EXCEEDED");
    expect(headers["retry-after"]).toBe("48925");
  });
});

describe("the line", () => {
  it("hangs without a header", async () => {
    expect(await spoil("api", "hang", 150)).toEqual({ headers: {}, body: "", end: "timeout" });
  });

  it("drips: headers at once, a byte now and then", async () => {
    const { status, body, end } = await spoil("api", "slow-drip", 700);
    expect([status, end]).toEqual([200, "timeout"]);
    expect(body.length).toBeGreaterThan(0);
    expect(body.length).toBeLessThan(5);
  });

  it("ends before its Content-Length", async () => {
    const { headers, body, end } = await spoil("api", "truncated");
    expect(end).not.toBe("whole");
    expect(body.length).toBeGreaterThan(100);
    expect(body.length).toBeLessThan(Number(headers["content-length"]));
  });

  it("is reset before the headers, and in mid-body", async () => {
    expect(await spoil("api", "reset")).toMatchObject({ body: "", end: "ECONNRESET" });
    const midway = await spoil("images", "reset-mid-body");
    expect(midway).toMatchObject({ status: 200, end: "ECONNRESET" });
  });

  it("sends without end, and stops when the reader leaves", async () => {
    const { body, end } = await spoil("api", "huge", 5_000);
    expect(end).toBe("cut");
    expect(body.length).toBeGreaterThan(20_000_000);
  });
});

it("spoils a song also while nothing plays", async () => {
  client.emulator.control.silence();
  expect(await spoil("api", "slow-drip", 100)).toMatchObject({ status: 200, end: "timeout" });
  expect(await spoil("api", "truncated")).toMatchObject({ status: 200 });
  client.emulator.control.play();
});

describe("the body", () => {
  it("is cut, though the answer is whole", async () => {
    const { body, end } = await spoil("api", "truncated-json");
    expect(end).toBe("whole");
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  });

  it("has every type wrong", async () => {
    const body = JSON.parse((await spoil("api", "wrong-types")).body);
    expect(body).toMatchObject({ is_playing: "yes", progress_ms: "seven", item: { name: 7 } });
    expect(body.item.artists).not.toBeInstanceOf(Array);
  });

  it("is nested deeper than a recursive reader can follow", async () => {
    expect((await spoil("api", "deep-nesting")).body).toContain("[".repeat(100_000));
  });

  it("has hostile strings and links in it, also while nothing plays", async () => {
    client.emulator.control.silence();
    const { body } = await spoil("api", "hostile-strings");
    client.emulator.control.play();
    expect(body).toContain("<script>");
    expect(body).toContain("\\ud800");
    expect(body).toContain("javascript:");
    const urls = JSON.parse((await spoil("api", "hostile-urls")).body);
    expect(urls.item.name).toBe("Gymnopédie No. 1".replace("é", "Ã©"));
    expect(JSON.stringify(urls)).not.toContain('"https://open.spotify.com/');
  });

  it("is a web page, or nothing", async () => {
    const page = await spoil("accounts", "html");
    expect(page).toMatchObject({ status: 200 });
    expect(page.headers["content-type"]).toMatch(/^text\/html/);
    expect(await spoil("api", "empty")).toMatchObject({ status: 200, body: "", end: "whole" });
  });
});

describe("the token endpoint", () => {
  it.each([
    ["invalid_grant", { error: "invalid_grant" }],
    ["invalid_grant-expired", { error_description: "Refresh token expired" }],
    ["invalid_grant-revoked", { error_description: "Refresh token revoked" }],
    ["invalid_client-secret", { error_description: "Invalid client secret" }],
  ])("%s", async (fault, expected) => {
    const { status, body } = await spoil("accounts", fault);
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject(expected);
  });

  it("leaves the refresh token out, even where it rotates", async () => {
    client.emulator.control.options({ rotation: "on" });
    expect(JSON.parse((await ask("accounts")).body)).toHaveProperty("refresh_token");
    expect(JSON.parse((await spoil("accounts", "no-refresh-token")).body)).not.toHaveProperty(
      "refresh_token",
    );
    client.emulator.control.options({ rotation: "off" });
  });

  it("sends JSON that is none", async () => {
    const { body } = await spoil("accounts", "bad-json");
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  });
});

it("spoils as many requests as it was told to", async () => {
  client.emulator.control.fault({ host: "api", fault: "401-expired", times: 2 });
  const seen = [await ask("api"), await ask("api"), await ask("api")];
  expect(seen.map(({ status }) => status)).toEqual([401, 401, 200]);
});

it("spoils one host and leaves the others alone", async () => {
  client.emulator.control.fault({ host: "images", fault: "404" });
  expect((await ask("images")).status).toBe(404);
  expect((await ask("images")).status).toBe(404);
  expect((await ask("api")).status).toBe(200);
  client.emulator.control.clearFaults();
  expect((await ask("images")).status).toBe(200);
});
