import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { drawCalendar, reconnectDay } from "./calendar";

const DAY = 24 * 60 * 60_000;
const NOW = Date.UTC(2026, 10, 21, 9, 30);

function read(text: string) {
  const component = new ICAL.Component(ICAL.parse(text));
  const events = component.getAllSubcomponents("vevent");
  return { events: events.map((event) => new ICAL.Event(event)), raw: events };
}

function draw(more: Partial<Parameters<typeof drawCalendar>[0]> = {}) {
  return drawCalendar({
    authorizedAt: NOW,
    home: new URL("https://site.example"),
    now: NOW,
    words: { summary: "Reconnect", description: "Sign in, again; once\nmore" },
    ...more,
  });
}

const uid = (text: string) => read(text).events[0]?.uid;

describe("the calendar file", () => {
  it("holds one whole day, a week before the connection ends, for a real parser", () => {
    const { events, raw } = read(draw());
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe("2027-05-13");
    expect(event?.summary).toBe("Reconnect");
    expect(event?.description).toBe("Sign in, again; once\nmore");
    expect(raw[0]?.getFirstPropertyValue("url")).toBe("https://site.example/owner");
    const alarm = raw[0]?.getFirstSubcomponent("valarm");
    const trigger = alarm?.getFirstProperty("trigger");
    expect(String(trigger?.getFirstValue())).toBe("PT9H");
    expect(trigger?.getParameter("related")).toBe("START");
  });

  it("is the same event however often it is fetched, and another for the next sign-in", () => {
    expect(uid(draw({ now: NOW + 3 * DAY }))).toBe(uid(draw()));
    expect(uid(draw({ authorizedAt: NOW + 90 * DAY }))).not.toBe(uid(draw()));
  });

  it("names today where the day has passed", () => {
    expect(reconnectDay(NOW - 179 * DAY, NOW)).toBe(NOW);
    expect(reconnectDay(NOW - 200 * DAY, NOW)).toBe(NOW);
  });

  it("ends its lines with CRLF and keeps them at 75 octets, as RFC 5545 asks", () => {
    const long = draw({ words: { summary: "ö".repeat(200), description: "x" } });
    expect(long.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of long.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(read(long).events[0]?.summary).toBe("ö".repeat(200));
  });
});
