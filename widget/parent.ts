const SECRET = /^[a-z0-9]{1,64}$/i;

/**
 * Tells the page around the iframe how high it is: in our own words, and in WordPress's, which shows an
 * embed only after it has spoken, and lets it open links only by asking
 * (https://developer.wordpress.org/reference/files/wp-includes/js/wp-embed.js/).
 *
 * @param go address that leads to what is shown
 */
export function speakToParent(host: HTMLElement, card: HTMLElement, go: string): void {
  if (parent === window) return;
  let secret = readSecret(/^#\?secret=(.*)$/.exec(location.hash)?.[1]);

  function postHeight(): void {
    const height = host.offsetHeight;
    // To whoever it is: a height is no secret.
    parent.postMessage({ type: "now-playing:resize", v: 1, height }, "*");
    if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
  }

  addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent || typeof data !== "object" || data === null) return;
    if (!("message" in data) || data.message !== "ready") return;
    secret = readSecret("secret" in data ? data.secret : undefined) ?? secret;
    postHeight();
  });
  card.addEventListener("click", (event) => {
    if (!secret || !card.hasAttribute("href")) return;
    event.preventDefault();
    parent.postMessage({ message: "link", value: go, secret }, "*");
  });
  postHeight();
}

function readSecret(text: unknown): string | undefined {
  return typeof text === "string" && SECRET.test(text) ? text : undefined;
}
