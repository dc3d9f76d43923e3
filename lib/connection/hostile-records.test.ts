import fc from "fast-check";
import { expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { createMemoryStore } from "@/lib/store/memory-store";
import { loadDecision } from "./grant-record";
import { createSeal } from "./seal";
import { createTokenGate } from "./token-gate";
import { createVerdictNote } from "./verdict";

const seal = createSeal(new Secret("a secret of at least thirty-two signs"));
const texts = fc.oneof(fc.json(), fc.string());

it("takes nothing for a sign-in that was not sealed as one, and keeps what it cannot open", async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom("", "v1."), async (text, format) => {
      const store = createMemoryStore();
      await store.set("connection/grant", format + text);
      const { decision, foreign } = await loadDecision(store, seal);
      expect(decision).toBeUndefined();
      expect(foreign).toBe(format + text);
    }),
  );
});

it("takes what was sealed for another use, or says something else, for nothing", async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.boolean(), async (text, isOurs) => {
      const store = createMemoryStore();
      const context = isOurs ? "connection/grant" : "owner/session";
      await store.set("connection/grant", seal.close(text, context));
      expect((await loadDecision(store, seal)).decision).toBeUndefined();
    }),
  );
});

it("closes no gate and holds no verdict for what somebody wrote in their place", async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const store = createMemoryStore();
      await store.set("connection/gate", text);
      await store.set("connection/verdict", text);
      expect(await createTokenGate(store, Date.now).closedUntil()).toBeUndefined();
      expect(await createVerdictNote(store).read()).toBeUndefined();
    }),
  );
});
