"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { at } from "@/lib/site/address";

interface NavLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A way to one of the site's rooms, marked while one is in it. */
export function NavLink({ href, children }: NavLinkProps) {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <a className="page-way" href={at(href)} aria-current={isHere ? "page" : undefined}>
      {children}
    </a>
  );
}
