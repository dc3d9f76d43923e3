import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAgenda } from "./agenda";

describe("the agenda", () => {
  it("answers the earliest moment first, whatever was added when", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (first, later) => {
        const agenda = createAgenda();
        for (const at of first) agenda.add(at, 0);
        const taken = agenda.next()?.at;
        expect(taken).toBe(first.length === 0 ? undefined : Math.min(...first));
        for (const at of later) agenda.add(at, 1);
        const rest: number[] = [];
        for (let turn = agenda.next(); turn; turn = agenda.next()) rest.push(turn.at);
        const expected = [...first, ...later].toSorted((a, b) => a - b);
        if (taken !== undefined) expected.splice(expected.indexOf(taken), 1);
        expect(rest).toEqual(expected);
      }),
    );
  });
});
