import type { Stage } from "./stage";
import { answerWith, browse } from "./stage";
import { connectAccount } from "@/scripts/connect/connect-account";

type Options = Parameters<typeof connectAccount>[0];
type Visit = (url: URL) => Promise<unknown>;

/** `npm run connect` on a stage, with a browser that does as it is told, or something else. */
export async function connectOn(
  stage: Stage,
  { visit = browse, ...more }: Partial<Options> & { readonly visit?: Visit } = {},
): Promise<boolean> {
  let visiting: Promise<unknown> | undefined;
  try {
    return await connectAccount({
      settings: stage.settings(),
      prompt: answerWith(Object.values(stage.client)).prompt,
      screen: stage.screen,
      open(url) {
        visiting = visit(url);
        return false;
      },
      port: 0,
      mayReplaceOwner: false,
      signal: new AbortController().signal,
      make: stage.make,
      ...more,
    });
  } finally {
    await visiting;
  }
}

/** Where Spotify would send the browser. */
export async function findAnswer(url: URL): Promise<URL> {
  const response = await fetch(url, { redirect: "manual" });
  return new URL(response.headers.get("location") ?? "");
}

/** A person who reads Spotify's page and agrees. */
export async function agree(url: URL): Promise<{ status: number; text: string }> {
  const page = await (await fetch(url)).text();
  const fields = [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, value.replaceAll("&amp;", "&")],
  );
  const form = new URLSearchParams(fields.filter(([name]) => name !== "decision"));
  form.set("decision", "agree");
  const response = await fetch(new URL("/authorize/decide", url), { method: "POST", body: form });
  return { status: response.status, text: await response.text() };
}
