import { expect, it } from "vitest";
import { chooseOpener } from "./open-browser";

const everywhere = () => true;
const DESK = { PATH: "/usr/local/bin:/usr/bin", DISPLAY: ":0" };

it.each([
  ["darwin", {}, "/usr/bin/open"],
  ["win32", {}, "rundll32"],
  ["linux", DESK, "/usr/local/bin/xdg-open"],
  ["linux", { ...DESK, DISPLAY: "", WAYLAND_DISPLAY: "wayland-0" }, "/usr/local/bin/xdg-open"],
] as const)("opens addresses on %s with %o by %s", (platform, variables, file) => {
  expect(chooseOpener(platform, variables, everywhere)?.file).toBe(file);
});

it.each([
  ["in a text console", "linux", { PATH: DESK.PATH }],
  ["over ssh", "linux", { ...DESK, SSH_CONNECTION: "1" }],
  ["over ssh to a Mac", "darwin", { SSH_TTY: "/dev/ttys0" }],
  ["in CI", "darwin", { CI: "true" }],
  ["on a system we do not know", "freebsd", DESK],
] as const)("opens nothing %s", (_, platform, variables) => {
  expect(chooseOpener(platform, variables, everywhere)).toBeUndefined();
});

it("opens nothing where xdg-open is missing", () => {
  expect(chooseOpener("linux", DESK, () => false)).toBeUndefined();
});
