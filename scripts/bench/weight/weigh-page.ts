import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findScripts, findStyles } from "./find-parts";
import type { PageWeight, Weight } from "./results";
import { addWeights, weigh } from "./weigh";

/**
 * Weighs a built page with its scripts and style sheets, as they lie in the build.
 *
 * @param folder of the build, with `static/` in it
 * @param alsoAsked addresses of scripts that a browser asked for beside those that the page names
 * @throws where one of them is no file of the build
 */
export function weighPage(
  folder: string,
  html: string,
  alsoAsked: readonly string[] = [],
): PageWeight {
  return {
    html: weigh(html),
    script: weighFiles(folder, [...findScripts(html), ...alsoAsked]),
    style: weighFiles(folder, findStyles(html)),
  };
}

/**
 * Weighs files of a build by the addresses that they are served at, each once.
 *
 * @throws where one of them is no file of the build
 */
export function weighFiles(folder: string, addresses: readonly string[]): Weight {
  const paths = new Set(addresses.map(pathOf));
  return addWeights([...paths].map((path) => weigh(readFileSync(join(folder, path)))));
}

function pathOf(address: string): string {
  const [, path] = /\/_next\/(static\/[^"?]+)/.exec(address) ?? [];
  if (!path) throw new Error(`${address} is no file of the build, so it was not weighed.`);
  return path;
}
