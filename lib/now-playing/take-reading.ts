import type { Curtain } from "./curtain";
import { foldReading, lastHeardAt } from "./fold-reading";
import type { Reading, Truth } from "./model";

/**
 * What is true after a reading, and may be told.
 *
 * A player that is found paused tells nothing of when that was heard. After quiet hours or a hiding
 * it may have been in them, so pauses count as silence until something is seen to play.
 *
 * @param previous what was true before, settled
 */
export function takeReading(
  previous: Truth | undefined,
  reading: Reading,
  curtain: Pick<Curtain, "wasDrawnBefore" | "censor">,
): Truth {
  const isUnseen = previous
    ? previous.current.state === "nothing" && previous.current.isUnseen === true
    : curtain.wasDrawnBefore(reading.receivedAt);
  const { playback } = reading;
  const isPause = playback.type === "item" && !playback.isPlaying;
  const seen: Reading =
    isUnseen && isPause ? { ...reading, playback: { type: "nothing" } } : reading;
  const truth = curtain.censor(foldReading(previous, seen));
  if (truth.current.state !== "nothing") return truth;
  // A player that vanished unseen does not hide what was heard before it.
  const lastHeard = truth.lastHeard ?? lastHeardAt(previous, reading.receivedAt);
  const current = isUnseen ? { ...truth.current, isUnseen } : truth.current;
  return curtain.censor({ ...truth, current, lastHeard });
}
