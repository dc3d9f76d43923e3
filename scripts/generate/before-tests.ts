import { generate } from "./generate";

/** The tests read what is generated. */
export async function setup(): Promise<void> {
  await generate();
}
