import { Secret } from "@/lib/secret";
import type { ClientCredentials } from "@/lib/spotify/accounts";
import type { Settings } from "@/scripts/settings";
import type { Prompt } from "@/scripts/terminal/prompt";
import type { Screen } from "@/scripts/terminal/screen";

interface Asking {
  readonly settings: Settings;
  readonly prompt: Prompt;
  readonly screen: Screen;
}

/** Client ID and secret: from the shell, else asked for, with those of the file to be kept. */
export async function askClient(asking: Asking): Promise<ClientCredentials> {
  const { shell, variables } = asking.settings;
  const clientId = shell.SPOTIFY_CLIENT_ID?.trim() || (await askId(asking));
  const known = variables.SPOTIFY_CLIENT_ID?.trim() === clientId;
  const clientSecret =
    shell.SPOTIFY_CLIENT_SECRET?.trim() || (await askSecret(asking, clientId, known));
  return { clientId, clientSecret: new Secret(clientSecret) };
}

async function askId({ settings, prompt, screen }: Asking): Promise<string> {
  const known = settings.variables.SPOTIFY_CLIENT_ID?.trim();
  const question = known ? `Client ID (Enter keeps ${known}): ` : "Client ID: ";
  let doubted: string | undefined;
  for (;;) {
    const id = readAnswer(await prompt.ask(question), "Client ID") || known;
    if (!id) continue;
    const doubt = doubtId(id);
    if (doubt === undefined) return id;
    if (!isUsable(id)) screen.say(doubt);
    else if (id === doubted) return id;
    else screen.say(`${doubt} Enter it once more to use it all the same.`);
    doubted = id;
  }
}

async function askSecret(
  { settings, prompt, screen }: Asking,
  clientId: string,
  isSameApp: boolean,
): Promise<string> {
  const known = isSameApp ? settings.variables.SPOTIFY_CLIENT_SECRET?.trim() : undefined;
  const hint = known ? `; Enter keeps that of ${settings.envFileName}` : "";
  for (;;) {
    const answer = await prompt.ask(`Client secret (not shown${hint}): `, { isSecret: true });
    const secret = readAnswer(answer, "Client secret") || known;
    if (!secret) continue;
    if (secret === clientId) screen.say("That is the Client ID again.");
    else if (isUsable(secret)) return secret;
    else screen.say("A Client secret has no spaces and no quotes.");
  }
}

function readAnswer(answer: string | undefined, what: string): string {
  if (answer !== undefined) return answer.trim();
  throw new Error(`The input ended before the ${what}. Nothing was written.`);
}

function doubtId(id: string): string | undefined {
  if (/^[0-9a-f]{32}$/i.test(id)) return undefined;
  return "A Client ID has 32 characters, 0 to 9 and a to f.";
}

function isUsable(text: string): boolean {
  return /^[^\s"'`]+$/.test(text);
}
