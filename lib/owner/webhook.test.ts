import { expect, it } from "vitest";
import { say } from "@/lib/telling/say";
import { describeAlert } from "./webhook";

const ALERT = {
  key: "refused/1",
  event: "connection.refused",
  message: say`Spotify refuses the connection.`,
} as const;

it.each([
  ["https://site.example", "https://site.example/owner"],
  ["https://site.example/notes", "https://site.example/notes/owner"],
])("an alert of %s leads to %s", (siteUrl, owner) => {
  const { content, ...alert } = describeAlert(ALERT, siteUrl);
  expect(alert).toMatchObject({ site: siteUrl, owner });
  expect(content).toBe(`site.example: Spotify refuses the connection. ${owner}`);
});
