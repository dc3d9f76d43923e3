import type { Item } from "./model";

/** The longest delay, in s: what is an hour old tells visitors little of a footer that says "now". */
const LONGEST_DELAY_S = 3_600;

/** Hours of every day, by the clock on the wall of a time zone; over midnight when `to` is before `from`. */
export interface QuietHours {
  /** First minute of quiet, `HH:MM`. */
  readonly from: string;
  /** First minute after it, `HH:MM`; the same as `from` means never. */
  readonly to: string;
  /** IANA name, such as `Europe/Stockholm`. */
  readonly timeZone: string;
}

/** What of the music is told, as its author wants it. Everything, at once, unless said otherwise. */
export interface PublishingPolicy {
  /** Nothing that is marked explicit. */
  readonly hideExplicit?: boolean | undefined;
  /** No episodes, nor chapters of audiobooks. */
  readonly hidePodcasts?: boolean | undefined;
  /** Nothing by these artists, nor of shows with these names. */
  readonly hideArtists?: readonly string[] | undefined;
  /** Hours in which nothing is told of. */
  readonly quietHours?: QuietHours | readonly QuietHours[] | undefined;
  /** Everything is told this many seconds late, 0 to 3600. */
  readonly delaySeconds?: number | undefined;
}

/** The policy's quiet hours as a list. */
export function listQuietHours({ quietHours }: PublishingPolicy): readonly QuietHours[] {
  if (quietHours === undefined) return [];
  return isList(quietHours) ? quietHours : [quietHours];
}

/** Whether the policy keeps an item to its author, whenever it is heard. */
export function isHiddenItem(policy: PublishingPolicy, item: Item): boolean {
  if (policy.hideExplicit && item.explicit) return true;
  if (policy.hidePodcasts && item.kind === "episode") return true;
  const hidden = new Set(policy.hideArtists?.map(foldName));
  return [...item.artists, item.show ?? ""].some((name) => hidden.has(foldName(name)));
}

/**
 * What is wrong with a policy, a sentence each: the field, and what was expected there. None: it can
 * be kept to. With a policy that has problems the engine tells nothing at all, since nobody knows
 * what it was meant to hide.
 */
export function checkPolicy(policy: PublishingPolicy): string[] {
  const problems: string[] = [];
  const expect = (isMet: boolean, field: string, expected: string): void => {
    if (!isMet) problems.push(`${field} cannot be used; expected: ${expected}.`);
  };
  for (const field of ["hideExplicit", "hidePodcasts"] as const) {
    expect(["boolean", "undefined"].includes(typeof policy[field]), field, "true or false");
  }
  const { hideArtists = [], delaySeconds = 0 } = policy;
  const areNames = Array.isArray(hideArtists) && hideArtists.every(isName);
  expect(areNames, "hideArtists", "a list of names, each with a letter in it");
  const isDelay = Number.isInteger(delaySeconds) && delaySeconds >= 0;
  expect(
    isDelay && delaySeconds <= LONGEST_DELAY_S,
    "delaySeconds",
    `a whole number of seconds, 0 to ${LONGEST_DELAY_S}`,
  );
  listQuietHours(policy).forEach((hours, index) => {
    const field = isList(policy.quietHours) ? `quietHours[${index}]` : "quietHours";
    expect(isTime(hours?.from), `${field}.from`, "a time such as 22:00, from 00:00 to 23:59");
    expect(isTime(hours?.to), `${field}.to`, "a time such as 07:00, from 00:00 to 23:59");
    const zone = "a time zone by its IANA name, such as Europe/Stockholm";
    expect(isTimeZone(hours?.timeZone), `${field}.timeZone`, zone);
  });
  return problems;
}

/** One spelling for all that look alike: width, case, spaces and invisible characters make no other name. */
function foldName(name: string): string {
  const plain = name
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "");
  // Up and down again: some letters have several small forms (ß and ss, ς and σ).
  return plain.toUpperCase().toLowerCase().normalize("NFKC").trim();
}

function isName(name: unknown): boolean {
  return typeof name === "string" && foldName(name) !== "";
}

function isTime(time: unknown): boolean {
  return typeof time === "string" && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
}

function isTimeZone(timeZone: unknown): boolean {
  if (typeof timeZone !== "string" || timeZone === "") return false;
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** `Array.isArray` alone does not know lists that are readonly. */
function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
