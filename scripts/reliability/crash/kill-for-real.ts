import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { isDisconnection, loadDecision } from "@/lib/connection/grant-record";
import { createSeal } from "@/lib/connection/seal";
import { createMeter } from "@/lib/now-playing/meter";
import { Secret } from "@/lib/secret";
import { checkLeftovers } from "./checks";
import { SECRET, signInOwner } from "./owner-at-emulator";
import type { Plot } from "./play";
import { openRealGround } from "./real-ground";
import type { RealGround } from "./real-ground";
import type { Program, RealProcess } from "./real-process";

/** A process is killed within so many ms after it has worked; a renewal takes some of them. */
const WITHIN_MS = 40;

/** What came of the kills of one plot. */
export interface RealCount extends Plot {
  readonly kills: number;
  /** Kills that left a mutex of the killed process, or a draft: it was writing. */
  readonly midWrite: number;
  /** Tokens that died with their process; each time the owner was told, and one sign-in mended it. */
  readonly tokensLost: number;
  readonly storesUnreadable: number;
  readonly renewals: number;
  readonly violations: readonly string[];
}

/** Kills processes of one plot, one after the other, at moments that chance chooses. */
export async function killForReal(
  program: Program,
  plot: Plot,
  kills: number,
  random: () => number,
): Promise<RealCount> {
  const emulator = await startEmulator();
  const ground = await openRealGround(plot.store);
  const processes: RealProcess[] = [];
  try {
    return await killAt({ program, plot, kills, random, emulator, ground, processes });
  } finally {
    await Promise.all(processes.map((each) => each.kill()));
    await ground.remove();
    await emulator.close();
  }
}

interface Place {
  readonly program: Program;
  readonly plot: Plot;
  readonly kills: number;
  readonly random: () => number;
  readonly emulator: Emulator;
  readonly ground: RealGround;
  /** Those that run. */
  readonly processes: RealProcess[];
}

async function killAt(place: Place): Promise<RealCount> {
  const { program, plot, kills, random, emulator, ground, processes } = place;
  emulator.control.options({ rotation: plot.rotation === "strict" ? "strict" : "on" });
  const { clientId, clientSecret, refreshToken } = emulator.credentials;
  const start = (): RealProcess =>
    program.start({
      url: emulator.url,
      clientId,
      clientSecret,
      refreshToken,
      secret: SECRET,
      ...ground.settings,
    });
  processes.push(...Array.from({ length: plot.processes }, start));
  const violations: string[] = [];
  let midWrite = 0;
  let tokensLost = 0;
  let storesUnreadable = 0;
  let drafts = 0;

  /** Waits until every process works; where the token is lost, until the owner has signed in. */
  async function recover(): Promise<void> {
    const heard = await Promise.all(processes.map((each) => each.hear(findOutcome)));
    const told = heard.find((line) => line !== WORKS);
    if (told === undefined) return;
    tokensLost += 1;
    if (plot.rotation !== "strict") violations.push("the token is lost");
    if (!told.includes("sign in again at /owner")) violations.push(`the owner is told: ${told}`);
    await signInOwner(emulator, ground.store);
    await Promise.all(processes.map((each) => each.hear(findWork)));
  }

  async function look(pid: number): Promise<void> {
    const found = await ground.look();
    const bad = [...found.unreadable, ...found.strange];
    if (bad.length > 0) storesUnreadable += 1;
    violations.push(...bad.map((name) => `${name} cannot be read`));
    const wasWriting = (await ground.hasMutexOf(pid)) || found.drafts.length > drafts;
    if (wasWriting) midWrite += 1;
    drafts = found.drafts.length;
  }

  await recover();
  for (let done = 0; done < kills; done++) {
    await pause(random() * WITHIN_MS);
    const index = Math.floor(random() * processes.length);
    const victim = processes[index];
    if (victim === undefined) break;
    await victim.kill();
    await look(victim.pid);
    violations.push(
      ...(await checkToken(emulator, ground)),
      ...(await checkCount(emulator, ground)),
    );
    processes[index] = start();
    await recover();
  }
  await Promise.all(processes.splice(0).map((each) => each.kill()));
  violations.push(...(await checkSweep(ground)));
  const renewals = emulator.control.state().counters.token;
  return { ...plot, kills, midWrite, tokensLost, storesUnreadable, renewals, violations };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const WORKS = "works";

/** Its first reading may be one with a token that is stored; for the third it has renewed it. */
const ENOUGH_READINGS = 3;

function findWork(lines: readonly string[]): string | undefined {
  return lines.filter((line) => line === "read").length >= ENOUGH_READINGS ? WORKS : undefined;
}

function findOutcome(lines: readonly string[]): string | undefined {
  return lines.find((line) => line.startsWith("reauthorize")) ?? findWork(lines);
}

/** Every refresh token that the emulator has handed out, the newest last. */
function listRefreshTokens(emulator: Emulator): readonly string[] {
  const { refreshToken } = emulator.credentials;
  return emulator
    .issued()
    .filter((token) => token === refreshToken || /^AQ[\w-]{172}$/.test(token));
}

/** Whether the newest refresh token is stored, or the one before it: others may be renewing meanwhile. */
async function checkToken(emulator: Emulator, { store }: RealGround): Promise<string[]> {
  const before = listRefreshTokens(emulator).length;
  const { decision } = await loadDecision(store, createSeal(new Secret(SECRET)));
  const kept = isDisconnection(decision) ? undefined : decision?.refreshToken.reveal();
  const place = listRefreshTokens(emulator).indexOf(kept ?? emulator.credentials.refreshToken);
  return place < before - 2 ? ["neither the new nor the old token is stored"] : [];
}

/** Whether every call of the Web API is counted. */
async function checkCount(emulator: Emulator, { store }: RealGround): Promise<string[]> {
  const made = emulator.control.state().counters.currentlyPlaying;
  const failures: string[] = [];
  const meter = createMeter({
    store,
    limit: 1_000_000,
    now: Date.now,
    onStoreFailure: (error) => failures.push(String(error)),
  });
  await meter.load();
  const { limit, remaining } = meter.allowance(Date.now());
  if (limit - remaining < made) failures.push(`of ${made} calls ${limit - remaining} are counted`);
  return failures;
}

/** Whether a later write sweeps what the killed ones left. */
async function checkSweep(ground: RealGround): Promise<string[]> {
  await ground.sweep();
  return checkLeftovers(await ground.look());
}
