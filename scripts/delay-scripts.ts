const SCRIPT = /<script src="([^"]*\/_next\/static\/[^"]+)" async=""><\/script>/g;
const PRELOADED = /<link rel="preload" as="script"[^>]*? href="[^"]*\/_next\/static\/[^"]+"\/>/g;
const END = "</body></html>";

/** When the scripts are asked for although no paint was told of, in ms: in browsers that tell of none. */
const PATIENCE_MS = 2_000;

/**
 * Has a page that is made beforehand ask for its scripts once it has been painted. It is whole without them,
 * and before that they would only take the line and the processor from its type. A page that opens in the
 * background is not painted, and asks at once.
 *
 * @returns the page as it was, where it has no such scripts or does not end as Next's pages do
 */
export function delayScripts(html: string): string {
  const sources = [...new Set([...html.matchAll(SCRIPT)].map(([, source]) => source))];
  if (sources.length === 0 || !html.endsWith(END)) return html;
  const without = html.replaceAll(SCRIPT, "").replaceAll(PRELOADED, "");
  return `${without.slice(0, -END.length)}<script>${askAfterPaint(sources)}</script>${END}`;
}

/** React knows a script that is there by its address and `async`, and asks for none twice. */
function askAfterPaint(sources: readonly unknown[]): string {
  return [
    `{let s=${JSON.stringify(sources).replaceAll("<", "\\u003c")},`,
    `f=()=>{for(let a of s.splice(0)){let e=document.createElement("script");e.async=!0;e.src=a;document.head.append(e)}};`,
    `if(document.hidden)f();else{setTimeout(f,${PATIENCE_MS});`,
    `try{new PerformanceObserver(f).observe({type:"paint",buffered:!0})}catch{f()}}}`,
  ].join("");
}
