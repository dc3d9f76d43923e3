"use client";

import { useEffect } from "react";
import { strings } from "@/lib/site/strings";
import { changeTheme, paintFrame } from "./theme";

/** Turns the page over: it says what it changes to. */
export function ThemeButton() {
  useEffect(paintFrame, []);
  return (
    <button type="button" className="theme" onClick={changeTheme}>
      <span className="theme-to-dark">{strings.nav.dark}</span>
      <span className="theme-to-light">{strings.nav.light}</span>
    </button>
  );
}
