// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { OwnerPage } from "@/lib/owner/view";
import { OwnerView } from "./owner-view";
import { listOrders } from "./testing/forms";
import { NOW, consoleAfter, consoleWith, consoleWithoutDay } from "./testing/pages";

const HOUR_MS = 60 * 60_000;

/** The page's text, with plain spaces. */
function show(page: OwnerPage): string {
  const { container } = render(<OwnerView page={page} timeZone="Europe/Stockholm" language="en" />);
  return (container.textContent ?? "").replace(/\s+/g, " ");
}

const headline = () => screen.getByRole("heading", { level: 1 }).textContent;

function side(label: string): HTMLElement {
  const section = screen.getByRole("heading", { level: 2, name: label }).closest("section");
  if (section === null) throw new Error(`no section ${label}`);
  return section;
}

/** Whether a button is set as the one thing to do. */
function comesFirst(name: string): boolean {
  const [first] = within(side("Connection")).getAllByRole("button");
  return first?.textContent === name && first.dataset.rank === "first";
}

describe("the console", () => {
  afterEach(cleanup);

  it("shows the days left as its headline, and every order as a POST", () => {
    const text = show(consoleAfter(29));
    expect(headline()).toBe("151 days left");
    expect(listOrders()).toEqual({
      Reconnect: "POST /owner/sign-in",
      "Hide for 2 hours": "POST /owner/hide-2-hours",
      "Hide until tomorrow": "POST /owner/hide-until-tomorrow",
      "Sign out": "POST /owner/sign-out",
      "Disconnect now": "POST /owner/disconnect",
    });
    expect(text).toContain("Connected sinceOctober 22, 2026");
    expect(text).toContain("Ends onApril 20, 2027");
    expect(text).toContain("29 of 180 days are spent");
    expect(comesFirst("Reconnect")).toBe(false);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it.each([
    [150, "30 days left", "Less than a month"],
    [173, "7 days left", "Less than a week"],
    [179, "1 day left", "the last day"],
    [200, "Ended", "six months"],
  ])("asks to reconnect after %i days", (days, title, words) => {
    expect(show(consoleAfter(days))).toContain(words);
    expect(headline()).toBe(title);
    expect(comesFirst("Reconnect")).toBe(true);
  });

  it("asks to reconnect when Spotify no longer accepts the sign-in, however many days were left", () => {
    expect(show(consoleAfter(29, { state: "reauthorize" }))).toContain("no longer accepts");
    expect(headline()).toBe("Sign in again");
    expect(comesFirst("Reconnect")).toBe(true);
  });

  it("sends the owner to the Client ID, not to the sign-in, when that is refused", () => {
    expect(show(consoleAfter(29, { state: "misconfigured" }))).toContain("SPOTIFY_CLIENT_SECRET");
    expect(headline()).toBe("Refused by Spotify");
    expect(comesFirst("Reconnect")).toBe(false);
  });

  it("says after disconnecting where Spotify's own permission is removed", () => {
    const text = show(consoleWithoutDay({ state: "not_connected", disconnectedAt: NOW }));
    expect(headline()).toBe("Not connected");
    expect(text).toContain("You disconnected on November 20, 2026.");
    const link = screen.getByRole("link", { name: "spotify.com/account/apps" });
    expect(link.getAttribute("href")).toBe("https://www.spotify.com/account/apps/");
    expect(comesFirst("Reconnect")).toBe(true);
    expect(listOrders()).not.toHaveProperty("Disconnect now");
  });

  it("says that the day of the sign-in is not known, and how to make it known", () => {
    expect(show(consoleWithoutDay())).toContain("SPOTIFY_CONNECTED_AT");
    expect(headline()).toBe("The day of the sign-in is not known");
    expect(comesFirst("Reconnect")).toBe(true);
  });

  it("offers the day for the calendar only where there is one", () => {
    const name = "Put the day in your calendar";
    show(consoleAfter(29));
    expect(screen.getByRole("link", { name }).getAttribute("href")).toBe("/owner/calendar.ics");
    cleanup();
    show(consoleWithoutDay());
    expect(screen.queryByRole("link", { name })).toBeNull();
  });

  it("keeps Disconnect behind a step that says what happens", () => {
    show(consoleAfter(29));
    const details = screen.getByText("Disconnect now").closest("details");
    expect(details?.open).toBe(false);
    expect(details?.querySelector("summary")?.textContent).toBe("Disconnect…");
    expect(details?.textContent).toContain("Spotify is not asked any more");
  });

  it("offers to show again only while hidden, and says until when", () => {
    show(consoleWith());
    expect(listOrders()).not.toHaveProperty("Show again");
    cleanup();
    const hiddenUntil = NOW + 2 * HOUR_MS;
    const text = show(consoleWith({ hiddenUntil, published: { v: 1, state: "idle" } }));
    expect(listOrders()).toMatchObject({ "Show again": "POST /owner/show" });
    expect(text).toContain("Hidden until4:05 PM");
  });

  it("names the day of what is not today's", () => {
    expect(show(consoleWith({ hiddenUntil: NOW + 12 * HOUR_MS }))).toContain(
      "Hidden untilNov 21, 2:05 AM",
    );
  });

  it("puts problems before everything else, each in its own words", () => {
    const problems = [
      { code: "token_unsaved", message: "It could not be stored. Set `SESSION_SECRET`." },
      { code: "ends_soon", message: "It ends soon. Sign in again." },
    ];
    show(consoleWith({ problems }));
    const [first] = screen.getAllByRole("heading", { level: 2 });
    expect(first?.textContent).toBe("To see to");
    const items = within(side("To see to")).getAllByRole("listitem");
    expect(items.map(({ textContent }) => textContent)).toEqual([
      "It could not be stored. Set SESSION_SECRET.",
      "It ends soon. Sign in again.",
    ]);
  });

  it.each(["rate", "quota"] as const)("says until when Spotify is left alone: %s", (kind) => {
    const text = show(consoleWith({ gate: { kind, until: NOW + HOUR_MS } }));
    expect(text).toContain("left alone until 3:05 PM");
    expect(text.includes("SPOTIFY_DAILY_BUDGET")).toBe(kind === "quota");
  });

  it("tells the calls of a day in figures too", () => {
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    const text = show(consoleWith({ budget: { limit: 1700, remaining: 1424, hours } }));
    expect(text).toContain("276 in the last 24 hours. The limit is 1,700; 1,424 remain.");
    expect(text).toContain(`the oldest first: ${hours.join(", ")}.`);
  });

  it("draws a day without calls", () => {
    const hours = Array.from({ length: 24 }, () => 0);
    expect(show(consoleWith({ budget: { limit: 700, remaining: 700, hours } }))).toContain("0 in");
  });

  it.each([
    [{ kind: "memory", durable: false, shared: false, works: true }, "REDIS_URL"],
    [{ kind: "file", durable: true, shared: false, works: true }, "Other machines do not"],
    [{ kind: "redis", durable: true, shared: true, works: true }, "Every instance that uses it"],
    [{ kind: "redis", durable: true, shared: true, works: false }, "The log says why"],
  ] as const)("says what is kept, and what is not: %o", (store, words) => {
    show(consoleWith({ store }));
    expect(side("Kept in").textContent).toContain(words);
  });

  it("shows the variables of a sign-in that nothing keeps only by order", () => {
    show(consoleWith({ hasVariables: true }));
    expect(listOrders()).toMatchObject({ "Show the variables, once": "POST /owner/variables" });
    expect(side("Keep this").textContent).toContain("REDIS_URL");
    cleanup();
    show(consoleWith());
    expect(listOrders()).not.toHaveProperty("Show the variables, once");
  });

  it("says why the owner was told no, in the console as at the door", () => {
    show(consoleWith({}, { notice: { name: "unreachable" } }));
    expect(screen.getByRole("alert").textContent).toContain("Spotify did not answer.");
  });

  it.each([
    [{ v: 1, state: "idle" }, "“Nothing playing”"],
    [{ v: 1, state: "unavailable", reason: "unreachable" }, "Spotify does not answer."],
    [
      { v: 1, state: "unavailable", reason: "rate_limited", retryAt: NOW + HOUR_MS },
      "It is asked again from 3:05 PM.",
    ],
    [{ v: 1, state: "idle", stale: true, asOf: NOW }, "what was true at 2:05 PM"],
    [
      { v: 1, state: "recent", kind: "track", title: "Mazurka", playedAt: NOW },
      "Last playedMazurka",
    ],
    [
      { v: 1, state: "paused", kind: "episode", title: "One", show: "Sides", positionMs: 1 },
      "PausedOneSides",
    ],
  ] as const)("says what visitors see: %o", (published, words) => {
    expect(show(consoleWith({ published }))).toContain(words);
  });

  it("sets a title as text, whatever is written in it", () => {
    const hostile = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(
        "<img src=x onerror=alert(1)>",
        "{time} `code`",
        "</script>",
        "{constructor}",
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, artist) => {
        const item = { kind: "track", title, artists: [artist], startedAt: NOW } as const;
        render(
          <OwnerView
            page={consoleWith({ published: { v: 1, state: "playing", ...item } })}
            timeZone="UTC"
            language="en"
          />,
        );
        const set = [...side("Visitors see").querySelectorAll("bdi")];
        expect(set.map(({ innerHTML }) => innerHTML.includes("<"))).toEqual([false, false]);
        expect(set.map(({ textContent }) => textContent)).toEqual([title, artist]);
        cleanup();
      }),
      { numRuns: 30 },
    );
  });

  it("sends nothing to the browser but what is drawn: no script of its own, no token", () => {
    const page = consoleWith({ hasVariables: true });
    Object.assign(page.console ?? {}, { refreshToken: "AQ-secret" });
    const { container } = render(<OwnerView page={page} timeZone="UTC" language="en" />);
    expect(container.innerHTML).not.toContain("AQ-secret");
    expect(container.querySelector("script, [onclick], [hidden]")).toBeNull();
  });

  it("keeps the order of headings", () => {
    show(consoleWith({ hasVariables: true }));
    const levels = screen.getAllByRole("heading").map(({ tagName }) => tagName);
    expect(levels).toEqual(["H1", ...levels.slice(1).map(() => "H2")]);
  });
});
