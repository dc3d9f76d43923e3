"use client";

import { useEffect } from "react";
import { changeTheme, paintFrame } from "./theme";

interface ThemeButtonProps {
  /** What it changes the page to. */
  readonly words: { readonly dark: string; readonly light: string };
}

/** Turns the page over: it says what it changes to. */
export function ThemeButton({ words }: ThemeButtonProps) {
  useEffect(paintFrame, []);
  return (
    <button type="button" className="theme" onClick={changeTheme}>
      <span className="theme-to-dark">{words.dark}</span>
      <span className="theme-to-light">{words.light}</span>
    </button>
  );
}
