import { EventEmitter } from "node:events";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createLog } from "./log";
import { stopGracefully } from "./stop-gracefully";
import type { Begun } from "./stop-gracefully";

function rehearse() {
  const process = new EventEmitter();
  const requests = new EventEmitter();
  const exit = vi.fn<(code: number) => void>();
  const server = { closeAllConnections: vi.fn<() => void>() };
  const told: string[] = [];
  stopGracefully({
    log: createLog("test", { write: ({ event }) => void told.push(event) }),
    onSignal: (signal, listener) => process.on(signal, listener),
    onRequest: (listener) => void requests.on("begun", (begun: Begun) => listener(begun)),
    exit,
  });
  return {
    cut: server.closeAllConnections,
    exit,
    told,
    signal: (name: string) => void process.emit(name),
    /** Answers how to end it. */
    begin() {
      const response = new EventEmitter();
      requests.emit("begun", { response, server });
      return () => void response.emit("close");
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe("a process that is asked to end", () => {
  it("cuts its connections at once where nothing is under way", () => {
    const { begin, signal, cut, exit, told } = rehearse();
    begin()();
    signal("SIGTERM");
    expect(cut).toHaveBeenCalledOnce();
    expect(exit).not.toHaveBeenCalled();
    expect(told).toEqual(["stopping"]);
  });

  it("cuts them once the last request has its answer, also one that came late", () => {
    const { begin, signal, cut } = rehearse();
    const endFirst = begin();
    signal("SIGINT");
    const endLate = begin();
    endFirst();
    expect(cut).not.toHaveBeenCalled();
    endLate();
    expect(cut).toHaveBeenCalledOnce();
  });

  it("cuts them after six seconds, and gives up after nine", () => {
    const { begin, signal, cut, exit, told } = rehearse();
    begin();
    signal("SIGTERM");
    vi.advanceTimersByTime(5_999);
    expect(cut).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(cut).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(3_000);
    expect(exit).toHaveBeenCalledExactlyOnceWith(143);
    expect(told).toEqual(["stopping", "cut_short"]);
  });

  it("takes a second signal for the first", () => {
    const { signal, exit, told } = rehearse();
    signal("SIGINT");
    signal("SIGTERM");
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(["stopping", "cut_short"]);
    expect(exit).toHaveBeenCalledExactlyOnceWith(130);
  });

  it("cuts nobody before", () => {
    const { begin, cut } = rehearse();
    begin()();
    vi.advanceTimersByTime(60_000);
    expect(cut).not.toHaveBeenCalled();
  });
});
