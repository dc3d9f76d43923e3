import fc from "fast-check";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { Secret } from "@/lib/secret";

// What is printed as an error in a test is an error of the test, unless the test says it expects it.
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  if (vi.isMockFunction(console.error)) expect(console.error).not.toHaveBeenCalled();
});

// What a secret holds is none of its properties: without this any two of them would be the same.
expect.addEqualityTesters([
  (a: unknown, b: unknown) =>
    a instanceof Secret && b instanceof Secret ? a.equals(b) : undefined,
]);

// At a desk property tests look for new counterexamples with every run; a gate judges the change before it.
if (process.env.CI) fc.configureGlobal({ seed: 20_261_120 });
