import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "@/emulator/server";
import { createServer } from "@/lib/create-server";
import { createLog, writeLine } from "@/lib/log";
import type { Event } from "@/lib/log";
import { basePathOf } from "@/lib/site/base-path";
import { makeOwnersCookie } from "./owners-cookie";

export const HOME = "http://127.0.0.1:3000";
export const SECRET = "a secret of more than thirty-two characters";
export const DAY = 24 * 60 * 60_000;

interface RehearsalOptions {
  readonly variables?: Readonly<Record<string, string>>;
  readonly home?: string;
}

/** The server for its owner: an emulator, a clock, a folder, and a browser with its cookies. */
export async function rehearseOwner({ variables = {}, home = HOME }: RehearsalOptions = {}) {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const emulator = await startEmulator({ now });
  emulator.control.options({
    redirectUris: [`${new URL(home).protocol}//127.0.0.1/owner/callback`, `${home}/owner/callback`],
  });
  const { clientId, clientSecret, refreshToken, userId, connectedAt } = emulator.credentials;
  const folder = mkdtempSync(join(tmpdir(), "liner-notes-owner-"));
  const printed: string[] = [];
  const write = (event: Event) => void printed.push(writeLine(event));
  const environment = {
    SPOTIFY_CLIENT_ID: clientId,
    SPOTIFY_CLIENT_SECRET: clientSecret,
    SPOTIFY_REFRESH_TOKEN: refreshToken,
    SPOTIFY_CONNECTED_AT: connectedAt,
    SPOTIFY_OWNER_ID: userId,
    SPOTIFY_ACCOUNTS_URL: emulator.url,
    SPOTIFY_API_URL: emulator.url,
    SPOTIFY_IMAGE_ORIGINS: emulator.url,
    SESSION_SECRET: SECRET,
    SITE_URL: home,
    DATA_DIR: join(folder, "data"),
    ...variables,
  };
  const later: Promise<void>[] = [];
  const defer = (work: () => Promise<void>) => void later.push(work());
  const start = () =>
    createServer(environment, {
      now,
      logOf: (area) => createLog(area, { now, write }),
      root: folder,
      basePath: basePathOf(home),
    });
  let server = start();
  const answers: string[] = [];

  /** A browser at the site: it keeps cookies and says where its forms come from. */
  function openBrowser(origin = home, always: Readonly<Record<string, string>> = {}) {
    const jar = new Map<string, string>();

    function headersOf(more: Readonly<Record<string, string>>): Headers {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const { host } = new URL(origin);
      return new Headers({ host, ...(cookie && { cookie }), ...always, ...more });
    }

    function keep(response: Response): Response {
      for (const line of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0/i.test(line)) jar.delete(name);
        else jar.set(name, value);
      }
      return response;
    }

    async function note(response: Response): Promise<Response> {
      const headers = JSON.stringify([...response.headers]);
      answers.push(headers, await response.clone().text());
      return keep(response);
    }

    const own = { origin: new URL(origin).origin, "sec-fetch-site": "same-origin" };
    const browser = {
      jar,
      post: async (path: string, more: Readonly<Record<string, string>> = own) => {
        const request = new Request(`${origin}${path}`, {
          method: "POST",
          headers: headersOf(more),
        });
        const order = path.slice("/owner/".length).split("?", 1)[0] ?? "";
        return note(
          await (order === "sign-in"
            ? server.owner.beginSignIn(request)
            : server.owner.obey(request, order)),
        );
      },
      /** Comes back from Spotify at the address it gave. */
      comeBack: async (url: string) => {
        const request = new Request(url, { headers: headersOf({}) });
        const response = await note(await server.owner.finishSignIn(request, defer));
        await Promise.all(later.splice(0));
        return response;
      },
      page: (query = "") => server.readOwnerPage(headersOf({}), new URLSearchParams(query), defer),
      calendar: () =>
        server.owner.calendar(
          new Request(`${origin}/owner/calendar.ics`, { headers: headersOf({}) }),
        ),
      /** Presses the button, and agrees at Spotify: the address that Spotify leads back to. */
      goToSpotify: async (decision = "agree", path = "/owner/sign-in") => {
        const response = await browser.post(path);
        return agree(response.headers.get("location") ?? "", decision);
      },
      signIn: async () => browser.comeBack(await browser.goToSpotify()),
    };
    return browser;
  }

  return {
    emulator,
    folder,
    printed,
    answers,
    now,
    openBrowser,
    server: () => server,
    restart: () => (server = start()),
    moveClock: (ms: number) => void (ahead += ms),
    async ask(): Promise<Record<string, unknown>> {
      const request = new Request(`${home}/api/now-playing`);
      const response = await server.respond(request, defer);
      await Promise.all(later.splice(0));
      return response.json();
    },
    async health() {
      const cookie = makeOwnersCookie(
        environment.SESSION_SECRET,
        environment.SPOTIFY_OWNER_ID,
        now,
      );
      const health = await server.readHealth(new Headers({ cookie }), defer);
      await Promise.all(later.splice(0));
      return health;
    },
    /** Everything that lies in the folder, and everything that was said: where no token may be. */
    everything: () => [...readAll(folder), ...printed, ...answers].join("\n"),
    /** All that may be nowhere in it. */
    secrets: () => [clientSecret, environment.SESSION_SECRET, ...emulator.issued()],
    async end() {
      await emulator.close();
      // Something may still be written: that a store outlives its requests is what `defer` is for.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Agrees on Spotify's page, or not. Answers the address to come back to. */
async function agree(location: string, decision: string): Promise<string> {
  const url = new URL(location);
  const body = new URLSearchParams(url.searchParams);
  body.set("decision", decision);
  const options = { method: "POST", body, redirect: "manual" } as const;
  const response = await fetch(`${url.origin}/authorize/decide`, options);
  return response.headers.get("location") ?? "";
}

function readAll(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}
