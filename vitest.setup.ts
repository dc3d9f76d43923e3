import { afterEach, beforeEach, expect, vi } from "vitest";

// What is printed as an error in a test is an error of the test, unless the test says it expects it.
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  if (vi.isMockFunction(console.error)) expect(console.error).not.toHaveBeenCalled();
});
