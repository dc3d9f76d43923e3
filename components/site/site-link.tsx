"use client";

import Link from "next/link";
import { useState } from "react";
import type { ReactNode } from "react";
import { at } from "@/lib/site/address";

interface SiteLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
  readonly "aria-current"?: "page" | undefined;
}

/**
 * A link to a page of this site or elsewhere. A page is fetched ahead when somebody is about to go there, and
 * not for every link in sight: a visitor who reads one page loads one page.
 */
export function SiteLink({ href, children, ...rest }: SiteLinkProps) {
  const [isMeant, setMeant] = useState(false);
  if (!isPage(href)) {
    return (
      <a href={at(href)} {...rest}>
        {children}
      </a>
    );
  }
  const mean = () => setMeant(true);
  return (
    <Link
      href={href}
      prefetch={isMeant ? null : false}
      onPointerEnter={mean}
      onFocus={mean}
      onTouchStart={mean}
      {...rest}
    >
      {children}
    </Link>
  );
}

/** Files, such as `/feed.xml`, are for the browser to open. */
function isPage(href: string): boolean {
  return /^\/(?!\/|api\/)[^.]*$/.test(href);
}
