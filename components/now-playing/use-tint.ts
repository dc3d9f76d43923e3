"use client";

import { useEffect } from "react";
import type { NowPlaying } from "@/lib/now-playing/wire";

/** Lets the page's accent follow what is playing; with nothing on, it is ink again. */
export function useTint(published: NowPlaying | undefined): void {
  const isOn = published?.state === "playing" || published?.state === "paused";
  const tint = isOn ? published.tint : undefined;

  useEffect(() => {
    const { style, dataset } = document.documentElement;
    if (tint === undefined) return;
    style.setProperty("--tint", tint);
    dataset.tinted = "";
    return () => {
      style.removeProperty("--tint");
      delete dataset.tinted;
    };
  }, [tint]);
}
