/** The paper of each theme, which browsers paint their own frame with. */
export const PAPER = { light: "#f6f1e7", dark: "#1d1b18" } as const;

/**
 * Sets the theme that was chosen before anything is painted, and changes it where a button asks, before any
 * other script has come. What the system has chosen too is forgotten: the page then follows the system. The
 * browser's own frame follows, for what the page says of it speaks of the system's theme only. All of it
 * stands in the head of every page, so it is short.
 */
export const themeScript = [
  `{let d=document,r=d.documentElement.dataset,p=${JSON.stringify(PAPER)},s=matchMedia("(prefers-color-scheme:dark)"),`,
  `f=()=>{for(let m of d.querySelectorAll("[name=theme-color]"))m.content=p[r.theme||(m.media.includes("dark")?"dark":"light")]};`,
  `try{if(/^(?:light|dark)$/.test(localStorage.theme))r.theme=localStorage.theme}catch{}`,
  `addEventListener("DOMContentLoaded",f);`,
  `addEventListener("click",e=>{if(!e.target.closest?.(".theme"))return;`,
  `let o=s.matches?"dark":"light",n=(r.theme||o)=="dark"?"light":"dark";`,
  `if(n==o)delete r.theme;else r.theme=n;f();`,
  `try{if(n==o)delete localStorage.theme;else localStorage.theme=n}catch{}})}`,
].join("");
