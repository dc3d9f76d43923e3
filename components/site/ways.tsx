"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { findPage } from "./find-page";

/**
 * Has every plain link to a page of the site change the page without loading a new one, and fetches that
 * page when somebody is about to go there. One listener for all links: they stay plain HTML, which needs
 * no script of its own for each of them, and works without any.
 */
export function Ways() {
  const router = useRouter();

  useEffect(() => {
    function prepare({ target }: Event): void {
      const page = findPage(target);
      if (page) router.prefetch(page);
    }

    function go(event: MouseEvent): void {
      const isPlain =
        event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      const page = findPage(event.target);
      if (!page || !isPlain || event.defaultPrevented) return;
      event.preventDefault();
      router.push(page);
    }

    const controller = new AbortController();
    const { signal } = controller;
    for (const sign of ["pointerover", "focusin", "touchstart"]) {
      document.addEventListener(sign, prepare, { signal, passive: true });
    }
    document.addEventListener("click", go, { signal });
    return () => controller.abort();
  }, [router]);

  return null;
}
