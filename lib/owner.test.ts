import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DAY, HOME, rehearseOwner } from "@/lib/testing/owner-rehearsal";

let scene: Awaited<ReturnType<typeof rehearseOwner>>;
beforeEach(async () => {
  scene = await rehearseOwner();
});
afterEach(() => scene.end());

const noticeOf = (response: Response) =>
  new URL(response.headers.get("location") ?? "", HOME).searchParams.get("notice");

describe("signing in", () => {
  it("lets the owner in, stores the new connection sealed, and starts its six months anew", async () => {
    scene.moveClock(100 * DAY);
    const browser = scene.openBrowser();
    expect((await browser.page()).console).toBeUndefined();
    const response = await browser.signIn();
    expect([response.status, response.headers.get("location")]).toEqual([303, "/owner"]);
    const { console } = await browser.page();
    expect(console?.connection).toMatchObject({
      state: "connected",
      origin: "sign-in",
      daysLeft: 180,
    });
    expect(await scene.ask()).toMatchObject({ state: "playing" });
    scene.restart();
    expect((await browser.page()).console?.connection).toMatchObject({ daysLeft: 180 });
    const everything = scene.everything();
    for (const secret of scene.secrets()) expect(everything).not.toContain(secret);
    expect(scene.secrets().length).toBeGreaterThan(5);
  });

  it("mends a refused connection in place: the next request plays", async () => {
    scene.emulator.control.revoke();
    expect(await scene.ask()).toMatchObject({ reason: "reauthorize" });
    const browser = scene.openBrowser();
    await browser.signIn();
    expect(await scene.ask()).toMatchObject({ state: "playing" });
    expect((await scene.health()).status).toBe("ok");
  });

  it("sends to Spotify with state, PKCE and the scopes, and back to the site's own address", async () => {
    const response = await scene.openBrowser().post("/owner/sign-in");
    const { searchParams } = new URL(response.headers.get("location") ?? "");
    expect(Object.fromEntries(searchParams)).toMatchObject({
      redirect_uri: `${HOME}/owner/callback`,
      scope: "user-read-currently-playing user-read-recently-played",
      code_challenge_method: "S256",
      show_dialog: "false",
    });
    expect(response.headers.get("cache-control")).toBe("no-store");
    const dialog = await scene.openBrowser().post("/owner/sign-in?dialog=1");
    expect(dialog.headers.get("location")).toContain("show_dialog=true");
  });

  it("gives the browser cookies that scripts and other sites cannot use", async () => {
    const browser = scene.openBrowser();
    const begun = await browser.post("/owner/sign-in");
    const ended = await browser.signIn();
    for (const line of [...begun.headers.getSetCookie(), ...ended.headers.getSetCookie()]) {
      expect(line).toMatch(
        /^liner-notes-[a-z-]+=.*; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
      );
      expect(line.length).toBeLessThan(700);
    }
  });

  it("ties them to host and scheme on https", async () => {
    await scene.end();
    scene = await rehearseOwner({ home: "https://site.example" });
    const browser = scene.openBrowser();
    const ended = await browser.signIn();
    expect(ended.headers.getSetCookie()[1]).toMatch(
      /^__Host-liner-notes-session=.*; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect((await browser.page()).console).toBeDefined();
  });

  it("ends by itself after an hour, and at once under another secret or for another owner", async () => {
    const browser = scene.openBrowser();
    await browser.signIn();
    scene.moveClock(59 * 60_000);
    expect((await browser.page()).console).toBeDefined();
    scene.moveClock(60_000);
    expect((await browser.page()).console).toBeUndefined();
    expect(noticeOf(await browser.post("/owner/disconnect"))).toBe("session");
  });

  it("knows nobody by a forged cookie, by another's, or by one that is there twice", async () => {
    const browser = scene.openBrowser();
    await browser.goToSpotify();
    const pending = browser.jar.get("liner-notes-sign-in") ?? "";
    await browser.signIn();
    const session = browser.jar.get("liner-notes-session") ?? "";
    const flipped = `${session.slice(0, -2)}${session.endsWith("AA") ? "BB" : "AA"}`;
    for (const forged of ["", "x", pending, flipped, "v1.", `${session}; liner-notes-session=x`]) {
      browser.jar.set("liner-notes-session", forged);
      expect((await browser.page()).console, forged).toBeUndefined();
    }
  });
});

describe("a sign-in that is refused stores nothing and changes nothing", () => {
  it.each([
    ["a stranger", "stranger", "stranger"],
    ["an account that is not on the app's list", "unlisted", "forbidden"],
  ] as const)("%s", async (_, user, notice) => {
    scene.emulator.control.options({ user });
    const browser = scene.openBrowser();
    expect(noticeOf(await browser.signIn())).toBe(notice);
    expect((await browser.page()).console).toBeUndefined();
    expect((await scene.health()).connection.connectedAt).toBe(
      scene.emulator.credentials.connectedAt,
    );
    expect([...browser.jar.keys()]).toEqual([]);
  });

  it("denied consent", async () => {
    const browser = scene.openBrowser();
    const url = await browser.goToSpotify("cancel");
    expect(noticeOf(await browser.comeBack(url))).toBe("access_denied");
  });

  it("a wrong, a missing and a doubled state, which do not end the sign-in under way", async () => {
    const browser = scene.openBrowser();
    const url = await browser.goToSpotify();
    const before = scene.emulator.control.state().counters.token;
    const wrong = new URL(url);
    wrong.searchParams.set("state", "another");
    const missing = new URL(url);
    missing.searchParams.delete("state");
    for (const bad of [wrong, missing]) {
      expect(noticeOf(await browser.comeBack(bad.href))).toBe("foreign_answer");
    }
    expect(scene.emulator.control.state().counters.token).toBe(before);
    expect((await browser.comeBack(url)).headers.get("location")).toBe("/owner");
  });

  it("an answer in a browser that asked for none", async () => {
    const url = await scene.openBrowser().goToSpotify();
    expect(noticeOf(await scene.openBrowser().comeBack(url))).toBe("foreign_answer");
  });

  it("an answer that was used before, though the browser kept its cookie", async () => {
    const browser = scene.openBrowser();
    const url = await browser.goToSpotify();
    const pending = browser.jar.get("liner-notes-sign-in") ?? "";
    await browser.comeBack(url);
    browser.jar.set("liner-notes-sign-in", pending);
    const { token } = scene.emulator.control.state().counters;
    expect(noticeOf(await browser.comeBack(url))).toBe("used_code");
    // Spotify, which might take a code twice, is not asked.
    expect(scene.emulator.control.state().counters.token).toBe(token);
  });

  it("a code that Spotify takes for used", async () => {
    const browser = scene.openBrowser();
    const url = new URL(await browser.goToSpotify());
    url.searchParams.set("code", "made-up");
    expect(noticeOf(await browser.comeBack(url.href))).toBe("used_code");
  });

  it("an answer that took longer than ten minutes", async () => {
    const browser = scene.openBrowser();
    const url = await browser.goToSpotify();
    scene.moveClock(10 * 60_000);
    expect(noticeOf(await browser.comeBack(url))).toBe("expired");
  });

  it("a token without the scope that is needed", async () => {
    scene.emulator.control.options({ grantedScopes: ["user-read-recently-played"] });
    expect(noticeOf(await scene.openBrowser().signIn())).toBe("missing_scope");
  });

  it.each(["hang", "reset", "503-json"])("Spotify failing (%s)", { timeout: 20_000 }, async () => {
    const browser = scene.openBrowser();
    const url = await browser.goToSpotify();
    scene.emulator.control.fault({ host: "accounts", fault: "reset" });
    expect(noticeOf(await browser.comeBack(url))).toBe("unreachable");
  });

  it("a rate limit, with the time when it is over", async () => {
    const browser = scene.openBrowser();
    const url = await browser.goToSpotify();
    scene.emulator.control.fault({ host: "accounts", fault: "429", retryAfterSeconds: 120 });
    const response = await browser.comeBack(url);
    expect(noticeOf(response)).toBe("rate_limited");
    expect(response.headers.get("location")).toMatch(/until=\d{13}/);
  });

  it("a rate limit of the API, which closes the gate for all", async () => {
    const browser = scene.openBrowser();
    scene.emulator.control.fault({ host: "api", fault: "429", retryAfterSeconds: 600 });
    expect(noticeOf(await browser.signIn())).toBe("rate_limited");
    scene.emulator.control.clearFaults();
    expect(noticeOf(await browser.post("/owner/sign-in"))).toBe("rate_limited");
    expect((await scene.health()).gate).toMatchObject({ kind: "rate" });
  });

  it("a spent budget, before the code is traded in vain", async () => {
    await scene.end();
    scene = await rehearseOwner({ variables: { SPOTIFY_DAILY_BUDGET: "1" } });
    const browser = scene.openBrowser();
    const url = await browser.goToSpotify();
    await scene.ask();
    const { token } = scene.emulator.control.state().counters;
    expect(noticeOf(await browser.comeBack(url))).toBe("budget_spent");
    expect(scene.emulator.control.state().counters.token).toBe(token);
  });

  it("a form on another site, by whatever headers it comes", async () => {
    const browser = scene.openBrowser();
    await browser.signIn();
    const foreign = [
      {},
      { origin: "null" },
      { origin: "https://evil.example" },
      { origin: "http://127.0.0.1:4000" },
      { origin: HOME, "sec-fetch-site": "cross-site" },
      { origin: "https://127.0.0.1:3000.evil.example" },
    ];
    for (const headers of foreign) {
      for (const path of ["/owner/sign-in", "/owner/disconnect", "/owner/hide-2-hours"]) {
        expect((await browser.post(path, headers)).status, JSON.stringify(headers)).toBe(403);
      }
    }
    expect((await scene.health()).connection.state).toBe("connected");
  });

  it("too many of them, from one address, while others may still sign in", async () => {
    const stranger = scene.openBrowser();
    const own = { origin: HOME, "sec-fetch-site": "same-origin", "x-forwarded-for": "192.0.2.1" };
    const answers = [];
    for (let tries = 0; tries < 25; tries++) {
      answers.push(await stranger.post("/owner/sign-in", own));
    }
    expect(answers.map(noticeOf).filter(Boolean)).toEqual(
      Array.from({ length: 5 }, () => "too_many"),
    );
    expect((await scene.openBrowser().signIn()).headers.get("location")).toBe("/owner");
    scene.moveClock(10 * 60_000);
    expect(noticeOf(await stranger.post("/owner/sign-in", own))).toBeNull();
  });

  it("asks Spotify no more than ten times in ten minutes for one address", async () => {
    const browser = scene.openBrowser();
    for (let tries = 0; tries < 14; tries++) {
      const url = new URL(await browser.goToSpotify());
      url.searchParams.set("code", "made-up");
      await browser.comeBack(url.href);
    }
    expect(scene.emulator.control.state().counters.token).toBe(10);
  });

  it("strangers, who spend no more than thirty of the day's calls, while the owner still gets in", async () => {
    const owner = scene.openBrowser();
    await owner.signIn();
    const { me } = scene.emulator.control.state().counters;
    scene.emulator.control.options({ user: "stranger" });
    for (let hour = 0; hour < 20; hour++) {
      scene.moveClock(60 * 60_000);
      for (let tries = 0; tries < 3; tries++) {
        const own = { origin: HOME, "x-forwarded-for": `192.0.2.${hour * 3 + tries}` };
        await scene.openBrowser(HOME, own).signIn();
      }
    }
    expect(scene.emulator.control.state().counters.me - me).toBeLessThanOrEqual(30);
    scene.emulator.control.options({ user: "owner" });
    expect((await owner.signIn()).headers.get("location")).toBe("/owner");
    await owner.post("/owner/sign-out");
    expect([...owner.jar.keys()]).toEqual([]);
    expect(noticeOf(await owner.signIn())).toBe("too_many");
  });

  it("a burst, of which no more pass than one after the other would", async () => {
    const stranger = scene.openBrowser();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => stranger.post("/owner/sign-in")),
    );
    const passed = answers.filter((answer) => noticeOf(answer) === null);
    expect(passed.length).toBeLessThanOrEqual(20);
  });

  it("never leads anywhere but to Spotify and to the page", async () => {
    const browser = scene.openBrowser();
    const places = [
      await browser.post("/owner/sign-in?next=https://evil.example&return_to=//evil.example"),
      await browser.comeBack(`${HOME}/owner/callback?code=x&state=y&next=https://evil.example`),
      await browser.post("/owner/show?next=//evil.example"),
    ].map((response) => new URL(response.headers.get("location") ?? "", HOME).origin);
    expect(new Set(places)).toEqual(new Set([scene.emulator.url, HOME]));
  });
});

describe("the owner's orders", () => {
  it("leave no trace of what is read, or when, in what everybody may know of health", async () => {
    const anybody = () => scene.server().readHealth(new Headers(), () => undefined);
    const keys = Object.keys(await anybody());
    expect(keys).not.toContain("lastReadingAt");
    expect(keys).not.toContain("budget");
    await scene.ask();
    const before = await anybody();
    await scene.ask();
    expect(await anybody()).toEqual(before);
    const browser = scene.openBrowser();
    await browser.signIn();
    await browser.post("/owner/hide-2-hours");
    const { connection: _, ...hidden } = await anybody();
    const { connection: __, ...shown } = before;
    expect(hidden).toEqual(shown);
  });

  it("hide the music at once, and show it again", async () => {
    const browser = scene.openBrowser();
    await browser.signIn();
    expect(await scene.ask()).toMatchObject({ state: "playing" });
    await browser.post("/owner/hide-2-hours");
    expect(await scene.ask()).toEqual({ v: 1, state: "idle" });
    const { hiddenUntil = 0 } = (await browser.page()).console ?? {};
    expect(Math.abs(hiddenUntil - scene.now() - 2 * 3_600_000)).toBeLessThan(5_000);
    await browser.post("/owner/show");
    expect(await scene.ask()).toMatchObject({ state: "playing" });
  });

  it("disconnect: nothing is asked or shown any more, also after a restart, until a new sign-in", async () => {
    const browser = scene.openBrowser();
    await browser.signIn();
    await scene.ask();
    await browser.post("/owner/disconnect");
    const { currentlyPlaying, token } = scene.emulator.control.state().counters;
    for (const step of ["running", "restarted"]) {
      if (step === "restarted") scene.restart();
      scene.moveClock(60 * 60_000);
      expect(await scene.ask(), step).toMatchObject({
        state: "unavailable",
        reason: "not_connected",
      });
    }
    expect(scene.emulator.control.state().counters).toMatchObject({ currentlyPlaying, token });
    expect((await scene.health()).problems[0]?.message).toContain("owner ended the connection");
    await scene.openBrowser().signIn();
    expect(await scene.ask()).toMatchObject({ state: "playing" });
  });

  it("are nobody else's, and none but those there are", async () => {
    const browser = scene.openBrowser();
    for (const path of ["/owner/hide-2-hours", "/owner/disconnect", "/owner/variables"]) {
      expect(noticeOf(await browser.post(path))).toBe("session");
    }
    await browser.signIn();
    expect((await browser.post("/owner/erase-everything")).status).toBe(404);
    await browser.post("/owner/sign-out");
    expect((await browser.page()).console).toBeUndefined();
  });

  it("put the day to sign in again into a calendar", async () => {
    const browser = scene.openBrowser();
    expect((await browser.calendar()).status).toBe(303);
    await browser.signIn();
    const calendar = await browser.calendar();
    expect(calendar.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(await calendar.text()).toContain("BEGIN:VEVENT");
  });
});

describe("where nothing can be kept", () => {
  it("shows the verified sign-in's variables once, and keeps them nowhere else", async () => {
    await scene.end();
    scene = await rehearseOwner({ variables: { VERCEL: "1", DATA_DIR: "" } });
    const browser = scene.openBrowser();
    await browser.signIn();
    expect((await browser.page()).console?.hasVariables).toBe(true);
    expect(await scene.ask()).toMatchObject({ state: "playing" });
    const beforehand = scene.everything();
    const shown = await browser.post("/owner/variables");
    expect(shown.headers.get("cache-control")).toBe("no-store");
    const [, token = ""] = /SPOTIFY_REFRESH_TOKEN=(\S+)/.exec(await shown.text()) ?? [];
    expect(scene.secrets()).toContain(token);
    expect(beforehand).not.toContain(token);
    expect((await browser.page()).console?.hasVariables).toBe(false);
    expect(noticeOf(await browser.post("/owner/variables"))).toBe("not_found");
  });
});

describe("without what it needs", () => {
  it.each([
    [{ SESSION_SECRET: "" }, "SESSION_SECRET", "no_secret"],
    [{ SPOTIFY_OWNER_ID: "" }, "SPOTIFY_OWNER_ID", "no_owner"],
    [{ SPOTIFY_CLIENT_ID: "", SPOTIFY_CLIENT_SECRET: "" }, "SPOTIFY_CLIENT_ID", "no_app"],
  ])("%j lets nobody in, and says what to set", async (variables, missing, notice) => {
    await scene.end();
    scene = await rehearseOwner({ variables });
    const browser = scene.openBrowser();
    expect((await browser.page()).door.missing).toContain(missing);
    expect(noticeOf(await browser.post("/owner/sign-in"))).toBe(notice);
  });

  it("sends one who is at localhost to the address that Spotify accepts", async () => {
    const browser = scene.openBrowser("http://localhost:3000");
    expect((await browser.page()).door.elsewhere).toBe(`${HOME}/owner`);
    const response = await browser.post("/owner/sign-in");
    expect(response.headers.get("location")).toBe(`${HOME}/owner`);
  });

  it("refuses plain http, as Spotify would", async () => {
    await scene.end();
    scene = await rehearseOwner({ home: "http://site.example" });
    const browser = scene.openBrowser();
    expect((await browser.page()).door.isInsecure).toBe(true);
    expect(noticeOf(await browser.post("/owner/sign-in"))).toBe("insecure");
  });
});

describe("a site below a base path", () => {
  const SITE = "https://site.example/notes";

  beforeEach(async () => {
    await scene.end();
    scene = await rehearseOwner({ home: SITE });
  });

  it("is signed in to by way of Spotify, from its own pages and back to them", async () => {
    const browser = scene.openBrowser();
    const begun = await browser.post("/owner/sign-in");
    const asked = new URL(begun.headers.get("location") ?? "").searchParams;
    expect(asked.get("redirect_uri")).toBe(`${SITE}/owner/callback`);
    const ended = await browser.signIn();
    expect(ended.headers.get("location")).toBe("/notes/owner");
    expect((await browser.page()).console).toBeDefined();
    // A cookie with this prefix counts for the whole host, or not at all.
    expect(ended.headers.getSetCookie()[1]).toMatch(/^__Host-liner-notes-session=.*; Path=\/;/);
    const left = await browser.post("/owner/sign-out");
    expect(left.headers.get("location")).toBe("/notes/owner");
  });

  it("leads back to its own page with whatever it says no to", async () => {
    const browser = scene.openBrowser();
    const answer = await browser.comeBack(`${SITE}/owner/callback?code=a&state=b`);
    expect(answer.headers.get("location")).toBe("/notes/owner?notice=foreign_answer");
    const order = await browser.post("/owner/show");
    expect(order.headers.get("location")).toBe("/notes/owner?notice=session");
  });

  it("names addresses below it, to be registered, to be gone to and to be kept", async () => {
    const browser = scene.openBrowser();
    expect((await browser.page()).door.redirectUri).toBe(`${SITE}/owner/callback`);
    const elsewhere = scene.openBrowser("https://preview.example/notes");
    expect((await elsewhere.page()).door.elsewhere).toBe(`${SITE}/owner`);
    const sent = await elsewhere.post("/owner/sign-in");
    expect(sent.headers.get("location")).toBe(`${SITE}/owner`);
    await browser.signIn();
    expect(await (await browser.calendar()).text()).toContain(`${SITE}/owner`);
  });

  it("is found by its requests where nobody has told its address", async () => {
    await scene.end();
    scene = await rehearseOwner({ home: SITE, variables: { SITE_URL: "" } });
    const { door } = await scene.openBrowser().page();
    expect(door.redirectUri).toBe(`${SITE}/owner/callback`);
  });
});

describe("a development machine without an owner", () => {
  const FRESH = {
    NODE_ENV: "development",
    SPOTIFY_OWNER_ID: "",
    SPOTIFY_REFRESH_TOKEN: "",
    SPOTIFY_CONNECTED_AT: "",
    SESSION_SECRET: "",
  };

  it("takes the first who signs in for its owner, writes .env.local for him alone, and plays", async () => {
    await scene.end();
    scene = await rehearseOwner({ variables: FRESH });
    const browser = scene.openBrowser();
    expect((await browser.page()).door.claims).toBe(true);
    await browser.signIn();
    expect((await browser.page()).console?.connection.state).toBe("connected");
    expect((await browser.page()).console?.problems).toEqual([]);
    expect(await scene.ask()).toMatchObject({ state: "playing" });
    const file = join(scene.folder, ".env.local");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, "utf8");
    expect(text).toContain(`SPOTIFY_OWNER_ID=${scene.emulator.credentials.userId}`);
    expect(text).toMatch(/SPOTIFY_REFRESH_TOKEN=\S+\n/);
    expect(text).toMatch(/SESSION_SECRET=\S{40,}\n/);

    scene.emulator.control.options({ user: "stranger" });
    expect(noticeOf(await scene.openBrowser().signIn())).toBe("stranger");
  });

  it.each([
    { host: "abc.tunnel.example", "x-forwarded-host": "127.0.0.1:3000" },
    { "x-forwarded-host": "abc.tunnel.example" },
    { "x-forwarded-for": "203.0.113.9" },
    { "x-forwarded-for": "127.0.0.1, 203.0.113.9" },
  ])("is claimed by nobody who comes from elsewhere: %j", async (headers) => {
    await scene.end();
    scene = await rehearseOwner({ variables: FRESH });
    const own = { origin: HOME, "sec-fetch-site": "same-origin" };
    const response = await scene.openBrowser().post("/owner/sign-in", { ...own, ...headers });
    expect(response.headers.get("location") ?? "").not.toContain(scene.emulator.url);
    const near = { ...own, "x-forwarded-for": "::ffff:127.0.0.1" };
    expect(noticeOf(await scene.openBrowser().post("/owner/sign-in", near))).toBeNull();
  });

  it("is claimed at an address of this machine only", async () => {
    await scene.end();
    scene = await rehearseOwner({ variables: FRESH, home: "https://site.example" });
    const response = await scene
      .openBrowser()
      .signIn()
      .catch(() => undefined);
    expect(response === undefined ? "refused" : noticeOf(response)).not.toBeNull();
    expect((await scene.openBrowser().page()).door.claims).toBe(false);
  });
});
