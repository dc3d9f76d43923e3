import { site } from "@/lib/site/site";

/**
 * A day in words, such as `20 November 2026`.
 *
 * @param date `YYYY-MM-DD`
 * @param language BCP 47 tag; the site's by default
 */
export function formatDate(date: string, language: string = site.language): string {
  // The day is a name, not a moment: no time zone may move it.
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00:00Z`));
}
