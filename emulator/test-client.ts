import { startEmulator } from "./server";
import type { EmulatorOptions } from "./server";

/** An emulator under a clock that moves by hand, and the few requests that every test makes. */
export async function startForTest(options: EmulatorOptions = {}) {
  let now = Date.UTC(2026, 9, 1, 12);
  const emulator = await startEmulator({ now: () => now, ...options });
  const { clientId, clientSecret, refreshToken } = emulator.credentials;

  async function postToken(
    form: Record<string, string>,
    headers: Record<string, string> = { Authorization: basic(clientId, clientSecret) },
  ): Promise<Response> {
    const body = new URLSearchParams(form);
    return fetch(`${emulator.url}/api/token`, { method: "POST", headers, body });
  }

  async function refresh(token = refreshToken): Promise<Response> {
    return postToken({ grant_type: "refresh_token", refresh_token: token });
  }

  return {
    emulator,
    postToken,
    refresh,
    advance(ms: number): void {
      now += ms;
    },
    now: () => now,
    async accessToken(): Promise<string> {
      const tokens: { access_token: string } = await (await refresh()).json();
      return tokens.access_token;
    },
    async get(path: string, token?: string): Promise<Response> {
      const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
      return fetch(emulator.url + path, { headers, redirect: "manual" });
    },
    async command(method: string, path: string, body?: unknown): Promise<Response> {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      return fetch(emulator.url + path, { method, ...sent });
    },
  };
}

export type TestClient = Awaited<ReturnType<typeof startForTest>>;

export function basic(id: string, secret: string): string {
  const encoded = [id, secret].map(encodeURIComponent).join(":");
  return `Basic ${Buffer.from(encoded).toString("base64")}`;
}
