interface ThemeButtonProps {
  /** What it changes the page to. */
  readonly words: { readonly dark: string; readonly light: string };
}

/** Turns the page over: it says what it changes to. The script in the page's head does it. */
export function ThemeButton({ words }: ThemeButtonProps) {
  return (
    <button type="button" className="theme">
      <span className="theme-to-dark">{words.dark}</span>
      <span className="theme-to-light">{words.light}</span>
    </button>
  );
}
