import type { FaceWords } from "@/lib/now-playing/phrases";

/** The words of a face in English, whatever the site's are. */
export const FACE_WORDS: FaceWords = {
  playing: "Now playing",
  paused: "Paused",
  recent: "Last played",
  hoursAgo: "Last played, {n} h ago",
  idle: "Nothing playing",
  explicitMark: "E",
};
