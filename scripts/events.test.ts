import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EVENTS } from "@/lib/telling/events";
import { ROOT } from "./project";

it("README.md says of every event of the log what it means, and of no other", () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const table = readme.slice(readme.indexOf("<summary>The events"));
  const names = [...table.slice(0, table.indexOf("</details>")).matchAll(/^\| `(\w+)`/gm)];
  expect(names.map(([, name]) => name).toSorted()).toEqual(EVENTS.toSorted());
});
