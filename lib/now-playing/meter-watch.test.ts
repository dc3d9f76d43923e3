import { describe, expect, it } from "vitest";
import { createLog } from "@/lib/log";
import { createMeterWatch } from "./meter-watch";

const NOW = Date.UTC(2026, 10, 20);

function watch() {
  const told: unknown[] = [];
  const look = createMeterWatch(
    createLog("test", { write: ({ event, facts }) => void told.push([event, facts]) }),
  );
  const left = (remaining: number) => look({ limit: 100, remaining, returning: 0 }, undefined);
  return { told, look, left };
}

describe("the budget", () => {
  it("is told of once when it runs low, once when it is spent, and once when there is some again", () => {
    const { told, left } = watch();
    for (let remaining = 100; remaining >= 0; remaining--) left(remaining);
    left(0);
    for (const remaining of [1, 0, 1, 2, 30]) left(remaining);
    expect(told).toEqual([
      ["budget_low", { remaining: 10, limit: 100 }],
      ["budget_spent", { remaining: 0, limit: 100 }],
      ["budget_back", { remaining: 30, limit: 100 }],
    ]);
  });

  it("that wavers about what is low is told of once, until there was plenty", () => {
    const { told, left } = watch();
    for (const remaining of [11, 10, 11, 10, 15, 9, 21, 10]) left(remaining);
    expect(told).toHaveLength(2);
  });
});

describe("the gate", () => {
  it("is told of when it closes, when it stays closed for longer, and when it is found open", () => {
    const { told, look } = watch();
    const allowance = { limit: 100, remaining: 50, returning: 0 };
    const gate = { kind: "quota", until: NOW, refusals: 1 } as const;
    for (const seen of [undefined, gate, gate, { ...gate, until: NOW + 1_000 }, undefined])
      look(allowance, seen);
    expect(told).toEqual([
      ["gate_closed", { kind: "quota", until: new Date(NOW) }],
      ["gate_closed", { kind: "quota", until: new Date(NOW + 1_000) }],
      ["gate_opened", {}],
    ]);
  });
});
