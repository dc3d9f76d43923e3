import type { Exchange, Fault, FaultHost } from "./exchange";
import { faultHosts } from "./exchange";
import { flipTypes, makeHostile, makeUrlsHostile } from "./spoil-json";
import { answering } from "./statuses";
import { empty, html, sendAnswer, text } from "@/emulator/http/answer";
import type { Answer } from "@/emulator/http/answer";

const jsonHosts: readonly FaultHost[] = ["accounts", "api"];
const page = "<!doctype html><title>Service</title><h1>We will be back</h1>";

/** Answers that arrive whole and are not what they should be. */
export const bodyFaults: readonly Fault[] = [
  answering("html", "200 with a web page", faultHosts, () => html(200, page)),
  answering("html-502", "502 with a web page", faultHosts, () => html(502, page)),
  answering("empty", "200 with no body", faultHosts, () => empty(200)),
  spoiling("truncated-json", "JSON cut off in the middle", (body) =>
    body.slice(0, Math.floor(body.length / 2)),
  ),
  spoiling("wrong-types", "JSON with every type wrong", reshaping(flipTypes)),
  {
    ...answering("deep-nesting", "100,000 arrays in each other", jsonHosts, () => ({
      ...text(200, nest(100_000)),
      headers: { "Content-Type": "application/json; charset=utf-8" },
    })),
  },
  {
    ...spoiling(
      "hostile-strings",
      "Scripts, controls and surrogates in every name",
      reshaping(makeHostile),
    ),
    hosts: ["api"],
  },
  {
    ...spoiling("hostile-urls", "Every link and picture leads astray", reshaping(makeUrlsHostile)),
    hosts: ["api"],
  },
];

function spoiling(id: string, label: string, spoil: (body: string) => string): Fault {
  async function play({ honest, response, sample }: Exchange): Promise<void> {
    const answer = await honest();
    // With nothing playing there is nothing to spoil, so a song stands in.
    const worthSpoiling = answer.status === 200 && !/"item": null/.test(String(answer.body));
    const whole: Answer = worthSpoiling ? answer : sample();
    sendAnswer(response, { ...whole, body: spoil(String(whole.body)) });
  }
  return { id, label, hosts: jsonHosts, play };
}

function reshaping(reshape: (value: unknown) => unknown): (body: string) => string {
  return (body) => JSON.stringify(reshape(JSON.parse(body)));
}

function nest(depth: number): string {
  return `{"is_playing":true,"currently_playing_type":"track","item":${"[".repeat(depth)}${"]".repeat(depth)}}`;
}
