import { isNowPlaying } from "@/lib/now-playing/wire";
import { ask } from "./ask";
import { findCover, leanAnswer, leanBadge } from "./floors";
import type { WeightResults } from "./results";
import { weigh } from "./weigh";

/** How long the cover may be on its way into the card, in ms. */
const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 100;

type Embeds = Pick<WeightResults, "element" | "frame" | "card" | "badge" | "answer" | "heads">;

/**
 * Weighs all that a running site gives to others, while a song plays there.
 *
 * @param baseUrl without a slash at its end
 * @throws where no song plays, or the card goes without its cover
 */
export async function weighEmbeds(baseUrl: string): Promise<Embeds> {
  const answer = await askForSong(`${baseUrl}/api/now-playing`);
  const element = await ask(`${baseUrl}/embed.js`);
  const frame = await ask(`${baseUrl}/embed`);
  const badge = await ask(`${baseUrl}/api/now-playing/badge`);
  return {
    element: weigh(element.body),
    frame: weigh(frame.body),
    card: await weighCard(`${baseUrl}/now-playing.svg`),
    badge: { ...weigh(badge.body), floor: weigh(leanBadge(badge.body)) },
    answer: { ...weigh(answer.body), floor: weigh(leanAnswer(answer.body)) },
    heads: { answer: answer.headBytes, notModified: answer.notModifiedBytes },
  };
}

/** The answer, and the 304 to whoever has it already. */
async function askForSong(url: string) {
  const { body, etag = "", headBytes } = await ask(url);
  const published: unknown = JSON.parse(body);
  if (!isNowPlaying(published) || published.state !== "playing")
    throw new Error(
      `No song plays at ${url}: start the site against the emulator, and weigh again.`,
    );
  const again = await ask(url, { status: 304, "if-none-match": etag });
  return { body, headBytes, notModifiedBytes: again.headBytes };
}

async function weighCard(url: string): Promise<Embeds["card"]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { body } = await ask(url);
    const cover = findCover(body);
    if (cover) return { ...weigh(body), floor: weigh(cover) };
    if (Date.now() > deadline) throw new Error(`${url} has no cover in it, so it was not weighed.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
