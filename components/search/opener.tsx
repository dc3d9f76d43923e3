"use client";

import { useCallback, useEffect, useState } from "react";
import type { MouseEvent, ReactElement, ReactNode } from "react";
import { at } from "@/lib/site/address";
import { asksForSearch } from "./shortcut";

/** A link to the page of the search; with JavaScript it opens the palette over the page one is on. */
export function Opener({ children }: { readonly children: ReactNode }) {
  const [palette, setPalette] = useState<ReactElement>();

  const open = useCallback(() => {
    loadPalette().then(
      ({ Palette, searching }) =>
        setPalette(<Palette {...searching} onClose={() => setPalette(undefined)} />),
      () => location.assign(at("/search")),
    );
  }, []);

  useEffect(() => {
    function listen(event: KeyboardEvent): void {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      open();
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [open]);

  function follow(event: MouseEvent): void {
    // Into another tab or window, or to disk, as any link.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  }

  return (
    <>
      <a
        href={at("/search")}
        aria-keyshortcuts="Meta+K Control+K /"
        onClick={follow}
        onPointerEnter={warm}
        onFocus={warm}
      >
        {children}
      </a>
      {palette}
    </>
  );
}

async function loadPalette() {
  const { bringPalette } = await import("./bring-palette");
  return bringPalette();
}

/** Somebody is about to search. What fails now is told when they do. */
function warm(): void {
  loadPalette().catch(() => undefined);
}
