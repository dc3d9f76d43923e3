import { describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import type { Settings } from "@/scripts/settings";
import { answerWith, messageOf } from "@/scripts/testing/stage";
import { askClient } from "./ask-client";

const ID = "0123456789abcdef0123456789abcdef";
const OTHER_ID = "fedcba9876543210fedcba9876543210";
const SECRET = "00112233445566778899aabbccddeeff";

async function ask(
  answers: readonly string[],
  { file = {}, shell = {} }: { readonly file?: object; readonly shell?: object } = {},
) {
  const { prompt, asked } = answerWith(answers);
  const said: string[] = [];
  const settings = {
    shell,
    variables: { ...file, ...shell },
    envFileName: ".env.local",
  } as unknown as Settings;
  const screen = {
    say: (text = "") => void said.push(text),
    paint: (_: string, text: string) => text,
  };
  return { client: await askClient({ settings, prompt, screen }), asked, said: said.join("\n") };
}

describe("the client", () => {
  it("is asked for, and spaces around the answers do no harm", async () => {
    const { client, asked } = await ask([` ${ID}\t`, ` ${SECRET} `]);
    expect(client).toEqual({ clientId: ID, clientSecret: new Secret(SECRET) });
    expect(asked).toEqual(["Client ID: ", "Client secret (not shown): "]);
  });

  it("is taken from the shell without a question", async () => {
    const shell = { SPOTIFY_CLIENT_ID: ID, SPOTIFY_CLIENT_SECRET: SECRET };
    expect((await ask([], { shell })).client).toEqual({
      clientId: ID,
      clientSecret: new Secret(SECRET),
    });
  });

  it("may be kept as it stands in the file, whose secret is not shown", async () => {
    const file = { SPOTIFY_CLIENT_ID: ID, SPOTIFY_CLIENT_SECRET: SECRET };
    const { client, asked } = await ask(["", ""], { file });
    expect(client).toEqual({ clientId: ID, clientSecret: new Secret(SECRET) });
    expect(asked.join("\n")).toContain(`Enter keeps ${ID}`);
    expect(asked.join("\n")).not.toContain(SECRET);
  });

  it("does not keep the secret of another app", async () => {
    const file = { SPOTIFY_CLIENT_ID: ID, SPOTIFY_CLIENT_SECRET: SECRET };
    const { client, asked } = await ask([OTHER_ID, "", "other"], { file });
    expect(client).toEqual({ clientId: OTHER_ID, clientSecret: new Secret("other") });
    expect(asked[1]).toBe("Client secret (not shown): ");
  });

  it("whose ID looks odd is taken when it is entered twice", async () => {
    const { client, said } = await ask(["odd", "odd", SECRET]);
    expect(client.clientId).toBe("odd");
    expect(said).toContain("32 characters, 0 to 9 and a to f. Enter it once more");
  });

  it("cannot have spaces or quotes, however often", async () => {
    const { client, said } = await ask(['"a b"', '"a b"', ID, "'x'", SECRET]);
    expect(client).toEqual({ clientId: ID, clientSecret: new Secret(SECRET) });
    expect(said).not.toContain("once more");
    expect(said).toContain("no spaces and no quotes");
  });

  it("is not its ID twice", async () => {
    const { client, said } = await ask([ID, ID, SECRET]);
    expect(client.clientSecret.reveal()).toBe(SECRET);
    expect(said).toBe("That is the Client ID again.");
  });

  it("that is not given to the end is named", async () => {
    expect(await messageOf(ask([]))).toContain("ended before the Client ID. Nothing was written");
    expect(await messageOf(ask([ID]))).toContain("ended before the Client secret");
  });
});
