import { z } from "zod";
import type { Exchange, Fault } from "./exchange";
import { answering } from "./statuses";
import { oauthError } from "@/emulator/accounts/token";
import { json, sendAnswer, text } from "@/emulator/http/answer";

/** What the token endpoint alone can say. */
export const tokenFaults: readonly Fault[] = [
  refusing("invalid_grant", "invalid_grant without a description", "invalid_grant"),
  refusing(
    "invalid_grant-expired",
    "Refresh token expired",
    "invalid_grant",
    "Refresh token expired",
  ),
  refusing(
    "invalid_grant-revoked",
    "Refresh token revoked",
    "invalid_grant",
    "Refresh token revoked",
  ),
  refusing(
    "invalid_grant-invalid",
    "Invalid refresh token",
    "invalid_grant",
    "Invalid refresh token",
  ),
  refusing("invalid_client", "Invalid client", "invalid_client", "Invalid client"),
  refusing(
    "invalid_client-secret",
    "Invalid client secret",
    "invalid_client",
    "Invalid client secret",
  ),
  answering(
    "invalid_client-401",
    "Invalid client, with the 401 that RFC 6749 allows",
    ["accounts"],
    () => json(401, { error: "invalid_client", error_description: "Invalid client" }),
  ),
  {
    id: "no-refresh-token",
    label: "Leaves the refresh token out",
    hosts: ["accounts"],
    play: (exchange) => dropRefreshToken(exchange),
  },
  answering("bad-json", "200 with JSON that is none", ["accounts"], () => ({
    ...text(200, "{access_token: BQ, expires_in: 3600,}"),
    headers: { "Content-Type": "application/json; charset=utf-8" },
  })),
];

function refusing(id: string, label: string, error: string, description?: string): Fault {
  return answering(id, label, ["accounts"], () => oauthError(error, description));
}

async function dropRefreshToken({ honest, response }: Exchange): Promise<void> {
  const answer = await honest();
  const { refresh_token: _, ...rest } = z.looseObject({}).parse(JSON.parse(String(answer.body)));
  sendAnswer(response, { ...answer, body: JSON.stringify(rest) });
}
