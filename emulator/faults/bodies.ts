import type { Exchange, Fault, FaultHost } from "./exchange";
import { faultHosts } from "./exchange";
import { takeSoundAnswer } from "./sound-answer";
import { flipTypes, makeHostile, makeUrlsHostile } from "./spoil-json";
import { answering } from "./statuses";
import { empty, html, sendAnswer, text } from "@/emulator/http/answer";

const jsonHosts: readonly FaultHost[] = ["accounts", "api"];
const page = "<!doctype html><title>Service</title><h1>We will be back</h1>";

/** Answers that arrive whole and are not what they should be. */
export const bodyFaults: readonly Fault[] = [
  answering("html", "200 with a web page", faultHosts, () => html(200, page)),
  answering("html-502", "502 with a web page", faultHosts, () => html(502, page)),
  answering("empty", "200 with no body", faultHosts, () => empty(200)),
  spoiling("truncated-json", "JSON cut off in the middle", jsonHosts, (body) =>
    body.slice(0, Math.floor(body.length / 2)),
  ),
  spoiling("wrong-types", "JSON with every type wrong", jsonHosts, reshaping(flipTypes)),
  answering("deep-nesting", "100,000 arrays in each other", jsonHosts, () => ({
    ...text(200, nest(100_000)),
    headers: { "Content-Type": "application/json; charset=utf-8" },
  })),
  spoiling(
    "hostile-strings",
    "Scripts, controls and surrogates in every name",
    ["api"],
    reshaping(makeHostile),
  ),
  spoiling(
    "hostile-urls",
    "Every link and picture leads astray",
    ["api"],
    reshaping(makeUrlsHostile),
  ),
];

function spoiling(
  id: string,
  label: string,
  hosts: readonly FaultHost[],
  spoil: (body: string) => string,
): Fault {
  async function play(exchange: Exchange): Promise<void> {
    const sound = await takeSoundAnswer(exchange);
    sendAnswer(exchange.response, { ...sound, body: spoil(String(sound.body)) });
  }
  return { id, label, hosts, play };
}

function reshaping(reshape: (value: unknown) => unknown): (body: string) => string {
  return (body) => JSON.stringify(reshape(JSON.parse(body)));
}

function nest(depth: number): string {
  return `{"is_playing":true,"currently_playing_type":"track","item":${"[".repeat(depth)}${"]".repeat(depth)}}`;
}
