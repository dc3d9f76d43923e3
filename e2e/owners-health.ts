import type { Emulator } from "@/emulator/server";
import type { Health } from "@/lib/health";
import { makeOwnersCookie } from "@/lib/testing/owners-cookie";
import { describeEnvironment } from "@/scripts/emulator-environment";

/** What `/api/health` tells its owner. */
export async function readOwnersHealth(url: string, emulator: Emulator): Promise<Health> {
  const { SESSION_SECRET = "" } = describeEnvironment(emulator, { siteUrl: url, dataDir: "" });
  const cookie = makeOwnersCookie(SESSION_SECRET, emulator.credentials.userId, Date.now);
  const response = await fetch(`${url}/api/health`, { headers: { cookie } });
  return response.json();
}
