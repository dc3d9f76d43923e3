"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { copyCode } from "@/components/prose/copy-code";
import { findPage } from "./find-page";

/**
 * Has every plain link to a page of the site change the page without loading a new one, fetches that page
 * when somebody is about to go there, and copies code. One listener for all: links and buttons stay plain
 * HTML, which needs no script for each of them.
 */
export function PageManners() {
  const router = useRouter();

  useEffect(() => {
    function prepare({ target }: Event): void {
      const page = findPage(target);
      if (page) router.prefetch(page);
    }

    function act(event: MouseEvent): void {
      const { target, metaKey, ctrlKey, shiftKey, altKey } = event;
      void copyCode(target);
      const page = findPage(target);
      // Into another tab or window, or to disk: as the browser does it.
      if (!page || event.defaultPrevented || metaKey || ctrlKey || shiftKey || altKey) return;
      event.preventDefault();
      router.push(page);
    }

    const controller = new AbortController();
    const { signal } = controller;
    document.addEventListener("pointerover", prepare, { signal });
    document.addEventListener("focusin", prepare, { signal });
    document.addEventListener("click", act, { signal });
    return () => controller.abort();
  }, [router]);

  return null;
}
