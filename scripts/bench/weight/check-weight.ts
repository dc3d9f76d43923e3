import type { Budget } from "@/scripts/bench/budgets";
import type { VisitedPage, WeightResults } from "./results";

/** Whose script is weighed above an empty Next app's, for that much is not ours to save. In bytes after gzip 9. */
const MOST_OWN_SCRIPT = 10_240;
/** In bytes of font files. */
const MOST_TYPE = 122_880;
const MOST_REQUESTS = 16;
/** In bytes after gzip 9. */
const MOST_ELEMENT = 4_096;
const MOST_FRAME = 6_144;
/** In bytes as it is: a picture is not always compressed on its way. */
const MOST_CARD = 12_288;
const MOST_ANSWER = 450;

/** Everything that is held to a weight, kept or not, in the order of the report. */
export function listWeightBudgets(results: WeightResults): readonly Budget[] {
  const { pages, empty, element, frame, card, answer } = results;
  return [
    ...pages.flatMap((page) => listPageBudgets(page, empty.script.gzip)),
    atMost("Element, gzip", element.gzip, MOST_ELEMENT),
    atMost("Iframe's document, gzip", frame.gzip, MOST_FRAME),
    atMost("Card with its cover", card.bytes, MOST_CARD),
    atMost("Answer while a song plays", answer.bytes, MOST_ANSWER),
  ];
}

/** The budgets that are broken; none is as it should be. */
export function checkWeight(results: WeightResults): readonly Budget[] {
  return listWeightBudgets(results).filter(({ isKept }) => !isKept);
}

function listPageBudgets({ path, script, typeBytes, requests }: VisitedPage, floor: number) {
  return [
    atMost(
      `JavaScript of ${path} above an empty Next app, gzip`,
      script.gzip - floor,
      MOST_OWN_SCRIPT,
    ),
    atMost(`Type of ${path}`, typeBytes, MOST_TYPE),
    atMost(`Requests of ${path}`, requests, MOST_REQUESTS, ""),
  ];
}

function atMost(name: string, measured: number, limit: number, unit = "B"): Budget {
  return { name, measured, limit, unit, isKept: measured <= limit };
}
