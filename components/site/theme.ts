/** The paper of each theme, which browsers paint their own frame with. */
export const PAPER = { light: "#f6f1e7", dark: "#1d1b18" } as const;

/**
 * Sets the theme that was chosen before anything is painted, and changes it where a button asks, before any
 * other script has come. What the system has chosen too is forgotten: the page then follows the system. The
 * browser's own frame follows a word before the page's two, which speak of the system's theme and are React's:
 * changed, they would be set anew, and a word like one of them would be taken for it, so it is in capitals.
 * All of it stands in the head of every page, so it is short.
 */
export const themeScript = [
  `{let d=document,r=d.documentElement.dataset,p=${JSON.stringify(PAPER)},s=matchMedia("(prefers-color-scheme:dark)"),`,
  `m=d.createElement("meta"),f=()=>{if(r.theme){m.content=p[r.theme].toUpperCase();d.head.prepend(m)}else m.remove()};m.name="theme-color";`,
  `try{if(/^(?:light|dark)$/.test(localStorage.theme))r.theme=localStorage.theme}catch{}f();`,
  `addEventListener("click",e=>{if(!e.target.closest?.(".theme"))return;`,
  `let o=s.matches?"dark":"light",n=(r.theme||o)=="dark"?"light":"dark";`,
  `if(n==o)delete r.theme;else r.theme=n;f();`,
  `try{if(n==o)delete localStorage.theme;else localStorage.theme=n}catch{}})}`,
].join("");
