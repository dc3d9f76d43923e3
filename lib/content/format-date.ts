import { site } from "@/lib/site/site";

/** The day is a name, not a moment: no time zone may move it. */
const LONG: Intl.DateTimeFormatOptions = { dateStyle: "long", timeZone: "UTC" };

/**
 * A day in words, such as `20 November 2026`.
 *
 * @param date `YYYY-MM-DD`
 * @param options what of it is said, such as `{ month: "short", day: "numeric" }`; the whole day by default
 * @param language BCP 47 tag; the site's by default
 */
export function formatDate(
  date: string,
  options: Intl.DateTimeFormatOptions = LONG,
  language: string = site.language,
): string {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00:00Z`));
}
