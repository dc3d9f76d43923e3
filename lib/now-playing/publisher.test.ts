import { describe, expect, it } from "vitest";
import { createMemoryStore } from "@/lib/store/memory-store";
import { foldReading } from "./fold-reading";
import type { Truth } from "./model";
import { createPublisher } from "./publisher";
import { createSnapshot } from "./snapshot";

import { FIRST, MINUTE, NOW, SECOND, playingTruth, readPlaying } from "./testing/made";

const LENGTH = FIRST.durationMs ?? 0;

describe("the publisher", () => {
  it("makes one body, and one ETag, for a whole song of steady play", () => {
    const publisher = createPublisher();
    let truth: Truth | undefined;
    const bodies = new Map<string, string>();
    for (let ms = 0; ms < LENGTH; ms += 700) {
      if (ms % 14_000 === 0) {
        const progressMs = Math.max(0, ms + ((ms / 14_000) % 3) * 600 - 600);
        truth = foldReading(truth, readPlaying({ at: NOW + ms, progressMs }));
      }
      const { etag, json } = publisher.publish(truth, undefined, NOW + ms);
      bodies.set(etag, json);
    }
    expect(bodies.size).toBe(1);
  });

  it("changes that body once, when the colour joins", async () => {
    const publisher = createPublisher();
    const snapshot = createSnapshot(createMemoryStore(), () => undefined);
    await snapshot.replace(playingTruth());
    const etags = new Set<string>();
    for (let ms = 0; ms < LENGTH; ms += SECOND) {
      if (ms === 3_000) await snapshot.addTint(FIRST.artSmall ?? "", "#102030", NOW + ms);
      etags.add(publisher.publish(snapshot.at(NOW + ms), undefined, NOW + ms).etag);
    }
    expect(etags.size).toBe(2);
  });

  it("draws a strong validator that differs between bodies and is the same in every process", () => {
    const [one, other] = [createPublisher(), createPublisher()];
    const { etag, json } = one.publish(playingTruth(), undefined, NOW);
    expect(etag).toMatch(/^"[\w-]{16}"$/);
    expect(other.publish(playingTruth(), undefined, NOW)).toMatchObject({ etag, json });
    const later = playingTruth({ startedAt: NOW + 5_000 });
    expect(other.publish(later, undefined, NOW + 5_000).etag).not.toBe(etag);
  });

  it("notices the very moment at which time alone changes the truth", () => {
    const publisher = createPublisher();
    const truth = playingTruth();
    const end = NOW + LENGTH + 10_000;
    expect(publisher.publish(truth, undefined, end - 300).nowPlaying.state).toBe("playing");
    expect(publisher.publish(truth, undefined, end).nowPlaying.state).toBe("playing");
    expect(publisher.publish(truth, undefined, end + 1).nowPlaying.state).toBe("recent");
  });

  it("notices trouble that begins, changes and ends", () => {
    const publisher = createPublisher();
    const truth = playingTruth();
    const plain = publisher.publish(truth, undefined, NOW);
    expect(publisher.publish(truth, { reason: "unreachable" }, NOW).nowPlaying).toMatchObject({
      stale: true,
    });
    expect(publisher.publish(truth, undefined, NOW).etag).toBe(plain.etag);
    const soon = publisher.publish(undefined, { reason: "rate_limited", retryAt: NOW + 1 }, NOW);
    const later = publisher.publish(undefined, { reason: "rate_limited", retryAt: NOW + 2 }, NOW);
    expect(soon.etag).not.toBe(later.etag);
  });

  it("follows a clock that was set back", () => {
    const publisher = createPublisher();
    const truth = playingTruth();
    publisher.publish(truth, undefined, NOW + LENGTH + MINUTE);
    expect(publisher.publish(truth, undefined, NOW).nowPlaying.state).toBe("playing");
  });
});
