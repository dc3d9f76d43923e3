import { expect, it } from "vitest";
import { checkLock } from "./check-lock";

const problemsOf = (packages: object) => checkLock({ lockfileVersion: 3, packages }).problems;

it("is content with a lock that has what its packages need, and counts", () => {
  const packages = {
    "": { dependencies: { a: "1.2.3" }, devDependencies: { "@x/b": "^2.0.0" } },
    "node_modules/a": { version: "1.2.3", optionalDependencies: { "a-linux": "1.2.3" } },
    "node_modules/a-linux": { version: "1.2.3" },
    "node_modules/@x/b": { version: "2.1.0" },
  };
  expect(checkLock({ packages })).toEqual({ packages: 4, needs: 3, problems: [] });
});

it("names a platform's package that npm dropped, and who needs it", () => {
  const packages = {
    "": {},
    "node_modules/sharp": { version: "1.0.0", optionalDependencies: { "@img/darwin": "1.0.0" } },
  };
  expect(problemsOf(packages)).toEqual([
    "node_modules/sharp needs @img/darwin 1.0.0, which is missing: add its entry.",
  ]);
});

it("does not miss what a package brings along in itself", () => {
  const wasm = { version: "1.0.0", dependencies: { b: "1.0.0" }, bundleDependencies: ["b"] };
  expect(problemsOf({ "node_modules/wasm": wasm })).toEqual([]);
});

it("names a version that the dependent did not ask for", () => {
  const packages = {
    "": { dependencies: { a: "1.0.0" } },
    "node_modules/a": { version: "1.0.1" },
  };
  expect(problemsOf(packages)).toEqual([
    "The project needs a 1.0.0, but node_modules/a is 1.0.1: lock that anew.",
  ]);
});

it("names an entry that says where it was downloaded from", () => {
  const packages = { "node_modules/a": { version: "1.0.0", resolved: "https://r.example/a.tgz" } };
  expect(problemsOf(packages)).toEqual([
    'node_modules/a names where it was downloaded from: remove its "resolved".',
  ]);
});

it("looks for a package where Node does: nearest first, scopes and nests included", () => {
  const packages = {
    "node_modules/@x/a": { version: "1.0.0", dependencies: { b: "1.0.0", c: "3.0.0" } },
    "node_modules/@x/a/node_modules/b": { version: "1.0.0", dependencies: { c: "3.0.0" } },
    "node_modules/b": { version: "2.0.0", dependencies: { c: "3.0.0" } },
    "node_modules/c": { version: "3.0.0" },
    "node_modules/d": { version: "1.0.0", dependencies: { b: "2.0.0" } },
  };
  expect(problemsOf(packages)).toEqual([]);
});

it.each([
  ["1.2.3", "1.2.3", true],
  ["1.2.3-rc.1", "1.2.3", false],
  ["1.9.0", "^1.2.3", true],
  ["1.2.2", "^1.2.3", false],
  ["2.0.0", "^1.2.3", false],
  ["0.3.0", "^0.2.3", false],
  ["0.2.9", "^0.2.3", true],
  ["0.0.4", "^0.0.3", false],
  ["1.2.9", "~1.2.3", true],
  ["1.3.0", "~1.2.3", false],
  ["9.0.0", ">=1.2.3", true],
  ["1.0.0", ">=1.2.3", false],
  ["3.0.0", "^1.0.0 || ^3.0.0", true],
  ["2.0.0", "^1.0.0 || ^3.0.0", false],
  ["4.0.0", "*", true],
])("takes %s for %s: %s", (version, range, right) => {
  const packages = { "": { dependencies: { a: range } }, "node_modules/a": { version } };
  expect(problemsOf(packages)).toHaveLength(right ? 0 : 1);
});

it("refuses what is no lock", () => {
  expect(() => checkLock({ lockfileVersion: 1 })).toThrow(/packages/);
});
