import { expect, it } from "vitest";
import { describeStore } from "./testing/conformance";
import { createMemoryStore } from "./memory-store";

describeStore("the memory store", async () => {
  let time = 1_800_000_000_000;
  return {
    store: createMemoryStore({ now: () => time }),
    advance: async (ms) => {
      time += ms;
    },
    close: async () => undefined,
  };
});

it("says that it is neither durable nor shared", () => {
  expect(createMemoryStore()).toMatchObject({ kind: "memory", durable: false, shared: false });
});
