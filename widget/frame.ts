import type { FaceWords } from "@/lib/now-playing/phrases";
import { play } from "./play";
import { speakToParent } from "./parent";

interface Frame {
  readonly words: FaceWords;
}

/** Brings the iframe's document to life: the face that the server has drawn plays on. */
export function startFrame({ words }: Frame): void {
  const host = document.querySelector<HTMLElement>("now-playing");
  const card = document.querySelector<HTMLElement>("[part=card]");
  if (!host || !card) return;
  const home = new URL(".", location.href).href;
  speakToParent(host, card, `${home}go`);
  play(host, card, host.getAttribute("preview"), { words, home, plain: document.title });
}
