import type { Caller } from "./bearer";
import { describeImages } from "./pieces";
import { makeId } from "@/emulator/ids";
import { json } from "@/emulator/http/answer";
import type { Answer } from "@/emulator/http/answer";
import type { World } from "@/emulator/world";

/** `GET /v1/me`: who signed in. Country, e-mail, product and followers are gone in Development Mode. */
export function answerMe(world: World, { user }: Caller): Answer {
  return json(200, {
    account_id: makeId(`account ${user.id}`).slice(0, 10),
    display_name: user.name,
    external_urls: { spotify: `https://open.spotify.com/user/${user.id}` },
    href: `https://api.spotify.com/v1/users/${user.id}`,
    id: user.id,
    images: describeImages(world.origin(), "person", user.name).slice(1),
    type: "user",
    uri: `spotify:user:${user.id}`,
  });
}
