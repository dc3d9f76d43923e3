import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { delayScripts } from "./delay-scripts";

const FIRST = "/_next/static/chunks/first.js";
const SECOND = "/_next/static/chunks/second.js";

function script(source: string): string {
  return `<script src="${source}" async=""></script>`;
}

function page(head: string, body = ""): string {
  return `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
}

describe("a page whose scripts wait", () => {
  it("names none of them in a tag, neither to load nor to preload", () => {
    const preload = `<link rel="preload" as="script" fetchPriority="low" href="${FIRST}"/>`;
    const delayed = delayScripts(page(preload + script(FIRST), script(FIRST) + script(SECOND)));
    expect(delayed).not.toMatch(/<script src|rel="preload"/);
  });

  it("keeps everything else to the letter", () => {
    const rest =
      '<link rel="preload" href="/a.woff2" as="font"/><script>one("$&")</script><script src="/author.js" async=""></script>';
    const kept = delayScripts(page(rest + script(FIRST))).replace(
      /<script>\{let s=.*?<\/script>/,
      "",
    );
    expect(kept).toBe(page(rest));
  });

  it("is left alone where it has none, or does not end like a page", () => {
    expect(delayScripts(page("<script>one()</script>"))).toBe(page("<script>one()</script>"));
    const cut = page(script(FIRST)).replace("</html>", "");
    expect(delayScripts(cut)).toBe(cut);
  });

  it("is delayed once, however often", () => {
    const once = delayScripts(page(script(FIRST)));
    expect(delayScripts(once)).toBe(once);
  });

  it("finds them below a base path", () => {
    expect(delayScripts(page(script(`/notes${FIRST}`)))).toContain(`["/notes${FIRST}"]`);
  });
});

describe("what asks for the scripts", () => {
  const asked: string[] = [];
  let tellOfPaint: (() => void) | undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    asked.length = 0;
    tellOfPaint = undefined;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  class PaintObserver {
    constructor(private readonly told: () => void) {}
    observe({ type, buffered }: { readonly type: string; readonly buffered: boolean }): void {
      if (type === "paint" && buffered) tellOfPaint = this.told;
    }
  }

  function run({ hidden = false, Observer = PaintObserver as unknown } = {}): void {
    const [, code = ""] =
      /<script>(\{let s=.*?)<\/script>/.exec(delayScripts(page(script(FIRST) + script(SECOND)))) ??
      [];
    const head = {
      append: ({ src, async }: Record<string, unknown>) => asked.push(`${src} ${async}`),
    };
    const document = { hidden, head, createElement: () => ({}) };
    new Function("document", "PerformanceObserver", code)(document, Observer);
  }

  const ALL = [`${FIRST} true`, `${SECOND} true`];

  it("waits for the paint, and asks once", () => {
    run();
    expect(asked).toEqual([]);
    tellOfPaint?.();
    expect(asked).toEqual(ALL);
    tellOfPaint?.();
    vi.advanceTimersByTime(60_000);
    expect(asked).toEqual(ALL);
  });

  it("waits for no paint longer than two seconds", () => {
    run();
    vi.advanceTimersByTime(1_999);
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(asked).toEqual(ALL);
  });

  it("waits for none in the background, nor where none is told of", () => {
    run({ hidden: true });
    expect(asked).toEqual(ALL);
    asked.length = 0;
    run({ Observer: null });
    expect(asked).toEqual(ALL);
  });
});
