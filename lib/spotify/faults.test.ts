import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultIdsOf } from "@/emulator/faults";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { keepCredentials } from "@/lib/testing/keep-credentials";
import { refreshAccessToken } from "./accounts";
import { isSpotifyError } from "./errors";
import { fetchCurrentlyPlaying } from "./player";
import type { SpotifyHosts } from "./request";

/** Over real HTTP, against a server that does everything wrong that a server can. */

let emulator: Emulator;
let hosts: SpotifyHosts;
beforeAll(async () => {
  emulator = await startEmulator();
  const { url } = emulator;
  hosts = { accountsUrl: url, apiUrl: url };
});
afterAll(() => emulator.close());

async function refresh(there = hosts) {
  const credentials = keepCredentials(emulator.credentials);
  return refreshAccessToken(there, credentials, credentials.refreshToken);
}

/** What never ends is not waited for; everything else may take its time on a busy machine. */
function hostsFor(fault: string): SpotifyHosts {
  const isEndless = fault === "hang" || fault === "slow-drip";
  return isEndless ? { ...hosts, timeoutMs: { accounts: 250, api: 250 } } : hosts;
}

/** What came of it: the answer's own word, or the failure's code. */
async function outcomeOf<T>(work: Promise<T>, name: (result: T) => string): Promise<string> {
  try {
    return name(await work);
  } catch (error) {
    if (isSpotifyError(error)) return error.code;
    throw error;
  }
}

describe("a sound answer", () => {
  it("is a grant, and then what plays", async () => {
    const { accessToken, expiresInMs } = await refresh();
    expect(expiresInMs).toBe(3_600_000);
    expect(await fetchCurrentlyPlaying(hosts, accessToken)).toMatchObject({
      type: "item",
      isPlaying: true,
    });
  });
});

describe("each fault", () => {
  const expected: Record<string, string> = {
    hang: "timeout",
    "slow-drip": "timeout",
    truncated: "network",
    reset: "network",
    "reset-mid-body": "network",
    huge: "too_large",
    html: "malformed",
    "html-502": "server_error",
    "503": "server_error",
  };

  it.each(faultIdsOf("api"))("of the Web API has its name: %s", async (fault) => {
    const { accessToken } = await refresh();
    emulator.control.fault({ host: "api", fault, times: 1 });
    const outcome = await outcomeOf(
      fetchCurrentlyPlaying(hostsFor(fault), accessToken),
      ({ type }) => type,
    );
    expect(outcome).toBe(expected[fault] ?? outcome);
    emulator.control.clearFaults();
    expect(await fetchCurrentlyPlaying(hosts, accessToken)).toMatchObject({ type: "item" });
  });

  it.each(faultIdsOf("accounts"))("of the token endpoint has its name: %s", async (fault) => {
    emulator.control.fault({ host: "accounts", fault, times: 1 });
    const outcome = await outcomeOf(refresh(hostsFor(fault)), () => "grant");
    expect(outcome).toBe(expected[fault] ?? outcome);
    if (fault.startsWith("invalid_")) expect(fault).toContain(outcome);
    emulator.control.clearFaults();
    expect(await outcomeOf(refresh(), () => "grant")).toBe("grant");
  });
});
