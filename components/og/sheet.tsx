import type { ReactNode } from "react";
import { FAMILY, makeSettable } from "./fonts";

export const MARGIN = 64;

const PAPER = "#f6f1e7";
export const INK = "#1c1a17";
export const MUTED = "#655f55";
const HAIRLINE = "#d8d0c1";

interface SheetProps {
  /** The site's. */
  readonly name: string;
  readonly children: ReactNode;
}

/** A page of the site as a picture: its paper, its name, a rule. */
export function Sheet({ name, children }: SheetProps) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        padding: MARGIN,
        background: PAPER,
        color: INK,
        fontFamily: FAMILY,
        fontWeight: 500,
      }}
    >
      <div
        style={{ fontSize: 30, fontWeight: 800, letterSpacing: -0.5, lineHeight: 1, height: 30 }}
      >
        {makeSettable(name) ?? ""}
      </div>
      <div style={{ height: 2, marginTop: 28, marginBottom: 34, background: HAIRLINE }} />
      {children}
    </div>
  );
}
