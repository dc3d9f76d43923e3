import type { Exchange } from "./exchange";
import type { Answer } from "@/emulator/http/answer";

/** The honest answer, or the sample where that one has nothing in it to spoil: a 204, an ad, an error. */
export async function takeSoundAnswer({ honest, sample }: Exchange): Promise<Answer> {
  const answer = await honest();
  const isWorthSpoiling =
    answer.status === 200 &&
    answer.body.length > 0 &&
    !String(answer.body).includes('"item": null');
  return isWorthSpoiling ? answer : sample();
}
