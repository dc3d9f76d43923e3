import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { increment } from "./increment";
import type { Store } from "@/lib/store/store";
import { StoreError } from "@/lib/store/store-error";

/** A store under test, and the passing of its time: a moved clock, or real waiting. */
export interface Subject {
  readonly store: Store;
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** What every store promises, whatever is behind it. `create` gives an empty one for each test. */
export function describeStore(name: string, create: () => Promise<Subject>): void {
  describe(`${name}, as any store`, () => {
    let subject: Subject;
    let store: Store;
    beforeEach(async () => {
      subject = await create();
      store = subject.store;
    });
    afterEach(() => subject.close());

    it("has nothing at first", async () => {
      expect(await store.get("connection/token")).toBeUndefined();
    });

    it("gives back what was set, with the version it was set at", async () => {
      const version = await store.set("connection/token", "first");
      expect(await store.get("connection/token")).toEqual({ value: "first", version });
    });

    it.each(["", "a\nb", '{"v":1}', "ünïcødé 🎵", "x".repeat(100_000)])(
      "keeps any text as it is (%#)",
      async (value) => {
        await store.set("text", value);
        expect((await store.get("text"))?.value).toBe(value);
      },
    );

    it("gives each write a version of its own, even of the same value", async () => {
      const first = await store.set("a", "same");
      const second = await store.set("a", "same");
      await store.delete("a");
      const third = await store.set("a", "same");
      expect(new Set([first, second, third]).size).toBe(3);
    });

    it("keeps keys apart", async () => {
      await Promise.all(
        ["a/b", "a-b", "a/b/lock", "ab"].map(async (key) => store.set(key, `of ${key}`)),
      );
      expect((await store.get("a/b"))?.value).toBe("of a/b");
      expect((await store.get("a-b"))?.value).toBe("of a-b");
      expect((await store.get("a/b/lock"))?.value).toBe("of a/b/lock");
    });

    it("forgets what is deleted, and deletes what is not there without a word", async () => {
      await store.set("a", "1");
      await store.delete("a");
      await store.delete("a");
      expect(await store.get("a")).toBeUndefined();
    });

    it.each(["", "/a", "a/", "a//b", "A", "a.b", "../a", "a b", "a_b", "é", "a".repeat(101)])(
      "refuses %j as a key, everywhere",
      async (key) => {
        const attempts = [
          () => store.get(key),
          () => store.set(key, "x"),
          () => store.delete(key),
          () => store.lock(key, 1000),
        ];
        for (const attempt of attempts)
          await expect(attempt()).rejects.toMatchObject({ name: "StoreError", code: "bad_key" });
      },
    );

    it.each([0, -1, Number.NaN, Infinity])("refuses a time to live of %d", async (ttlMs) => {
      await expect(store.set("a", "x", { ttlMs })).rejects.toBeInstanceOf(StoreError);
      await expect(store.lock("a", ttlMs)).rejects.toBeInstanceOf(StoreError);
    });

    describe("time to live", () => {
      it("keeps a value until its time has passed, and no longer", async () => {
        await store.set("a", "x", { ttlMs: 1000 });
        await subject.advance(400);
        expect((await store.get("a"))?.value).toBe("x");
        await subject.advance(700);
        expect(await store.get("a")).toBeUndefined();
      });

      it("starts anew with each write, and ends with a write that has none", async () => {
        await store.set("a", "x", { ttlMs: 500 });
        await store.set("b", "x", { ttlMs: 500 });
        await store.set("a", "y", { ttlMs: 5000 });
        await store.set("b", "y");
        await subject.advance(1000);
        expect((await store.get("a"))?.value).toBe("y");
        expect((await store.get("b"))?.value).toBe("y");
      });

      it("lets an expired value be set as if nothing were there, and not over its old version", async () => {
        const old = await store.set("a", "x", { ttlMs: 100 });
        await subject.advance(200);
        expect(await store.set("a", "y", { expectedVersion: old ?? "" })).toBeUndefined();
        expect(await store.set("a", "y", { expectedVersion: null })).toBeDefined();
        expect((await store.get("a"))?.value).toBe("y");
      });
    });

    describe("compare and set", () => {
      it("writes over the version that it expects, once", async () => {
        const first = (await store.set("a", "1")) ?? "";
        expect(await store.set("a", "2", { expectedVersion: first })).toBeDefined();
        expect(await store.set("a", "3", { expectedVersion: first })).toBeUndefined();
        expect((await store.get("a"))?.value).toBe("2");
      });

      it("with null writes only where nothing is", async () => {
        expect(await store.set("a", "1", { expectedVersion: null })).toBeDefined();
        expect(await store.set("a", "2", { expectedVersion: null })).toBeUndefined();
        await store.delete("a");
        expect(await store.set("a", "3", { expectedVersion: null })).toBeDefined();
      });

      it("does not take a deleted and rewritten value for the old one", async () => {
        const first = (await store.set("a", "1")) ?? "";
        await store.delete("a");
        expect(await store.set("a", "2", { expectedVersion: first })).toBeUndefined();
        await store.set("a", "1");
        expect(await store.set("a", "2", { expectedVersion: first })).toBeUndefined();
      });

      it("loses no step of fifty writers at once", async () => {
        await Promise.all(Array.from({ length: 50 }, () => increment(store, "count")));
        expect((await store.get("count"))?.value).toBe("50");
      });

      it("lets one of many first writers win", async () => {
        const written = await Promise.all(
          Array.from({ length: 20 }, (_, i) => store.set("a", `${i}`, { expectedVersion: null })),
        );
        expect(written.filter((version) => version !== undefined)).toHaveLength(1);
      });
    });

    describe("locks", () => {
      it("are held by one of many who ask at once", async () => {
        const locks = await Promise.all(Array.from({ length: 20 }, () => store.lock("a", 5000)));
        expect(locks.filter((lock) => lock !== undefined)).toHaveLength(1);
      });

      it("neither hide nor touch the value of the same key, nor other locks", async () => {
        await store.lock("a", 5000);
        expect(await store.get("a")).toBeUndefined();
        expect(await store.set("a", "x", { expectedVersion: null })).toBeDefined();
        expect(await store.lock("b", 5000)).toBeDefined();
        await store.delete("a");
        expect(await store.lock("a", 5000)).toBeUndefined();
      });

      it("are free again after a release", async () => {
        const lock = await store.lock("a", 5000);
        await lock?.release();
        await lock?.release();
        expect(await store.lock("a", 5000)).toBeDefined();
      });

      it("are free again after their time", async () => {
        await store.lock("a", 1000);
        await subject.advance(400);
        expect(await store.lock("a", 1000)).toBeUndefined();
        await subject.advance(700);
        expect(await store.lock("a", 1000)).toBeDefined();
      });

      it("hold on when renewed, also twice at once", async () => {
        const lock = await store.lock("a", 1000);
        await subject.advance(400);
        expect(await Promise.all([lock?.renew(1000), lock?.renew(1000)])).toEqual([true, true]);
        await subject.advance(800);
        expect(await store.lock("a", 1000)).toBeUndefined();
      });

      it("cannot be renewed once expired, taken by another or not", async () => {
        const lock = await store.lock("a", 100);
        await subject.advance(200);
        expect(await lock?.renew(1000)).toBe(false);
        const next = await store.lock("a", 1000);
        expect(next).toBeDefined();
        expect(await lock?.renew(1000)).toBe(false);
        expect(await next?.renew(1000)).toBe(true);
      });

      it("stay with their new owner when a stale one releases", async () => {
        const stale = await store.lock("a", 100);
        await subject.advance(200);
        const next = await store.lock("a", 5000);
        await stale?.release();
        expect(await store.lock("a", 5000)).toBeUndefined();
        expect(await next?.renew(5000)).toBe(true);
      });
    });
  });
}
