import ical, { ICalAlarmRelatesTo, ICalAlarmType } from "ical-generator";
import { connectionEndsAt } from "@/lib/connection/lifetime";
import { absolute } from "@/lib/site/absolute";

const DAY_MS = 24 * 60 * 60_000;

/** A week is left on the day in the calendar, so that a holiday does not matter. */
const AHEAD_MS = 7 * DAY_MS;

/** From midnight to the reminder, in seconds. */
const MORNING_S = 9 * 60 * 60;

interface CalendarFacts {
  /** Epoch ms of the sign-in. */
  readonly authorizedAt: number;
  /** Public address of the site. */
  readonly home: URL;
  /** Epoch ms. */
  readonly now: number;
  readonly words: { readonly summary: string; readonly description: string };
}

/** Epoch ms of the day to sign in again: a week before the end, or today where that has passed. */
export function reconnectDay(authorizedAt: number, now: number): number {
  return Math.max(connectionEndsAt(authorizedAt) - AHEAD_MS, now);
}

/** A calendar file (RFC 5545) with the day to sign in again, and a reminder on its morning. */
export function drawCalendar({ authorizedAt, home, now, words }: CalendarFacts): string {
  const calendar = ical({ prodId: "//Liner Notes//Reconnect//EN" });
  const event = calendar.createEvent({
    // The next sign-in's file replaces nothing: its day is another event.
    id: `reconnect-${Math.floor(authorizedAt / DAY_MS)}@${home.host}`,
    start: new Date(reconnectDay(authorizedAt, now)),
    allDay: true,
    stamp: new Date(now),
    summary: words.summary,
    description: words.description,
    url: absolute(home, "/owner"),
  });
  const alarm = event.createAlarm({ type: ICalAlarmType.display, description: words.summary });
  // The constructor leaves this one out (ical-generator 10.2.0), and the reminder would be a day late.
  alarm.triggerAfter(MORNING_S).relatesTo(ICalAlarmRelatesTo.start);
  return calendar.toString();
}
