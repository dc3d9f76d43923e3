export type Theme = "light" | "dark";

/** The paper of each theme, which browsers paint their own frame with. */
export const PAPER = { light: "#f6f1e7", dark: "#1d1b18" } as const;

/** Where the choice is kept; the attribute of the root element that tells it to the styles has the same name. */
const KEY = "theme";

/** Sets what was chosen before anything is painted. It stands in the head of every page, so it is short. */
export const themeScript = `try{let t=localStorage.${KEY};if(t=="light"||t=="dark")document.documentElement.dataset.${KEY}=t}catch{}`;

/** Changes to the other theme. What the system has chosen too is forgotten: the page then follows the system. */
export function changeTheme(): void {
  const root = document.documentElement;
  const system: Theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const next: Theme = (root.dataset[KEY] ?? system) === "dark" ? "light" : "dark";
  if (next === system) delete root.dataset[KEY];
  else root.dataset[KEY] = next;
  keep(next === system ? undefined : next);
  paintFrame();
}

/** Has the browser's own frame follow: what the page says of it speaks of the system's theme only. */
export function paintFrame(): void {
  const { theme } = document.documentElement.dataset;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const dark = theme ? theme === "dark" : meta.media.includes("dark");
    meta.content = PAPER[dark ? "dark" : "light"];
  }
}

function keep(theme: Theme | undefined): void {
  try {
    if (theme) localStorage.setItem(KEY, theme);
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
}
