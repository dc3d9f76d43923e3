import type { FaceWords } from "@/lib/now-playing/phrases";
import { buildFace } from "./build-face";
import { play } from "./play";

interface Definition {
  readonly words: FaceWords;
  /** The face's stylesheet. */
  readonly style: string;
  /** Path of Spotify's icon. */
  readonly mark: string;
}

/**
 * Defines `<now-playing src="https://site">`. Until the site has answered, and where it never does, the
 * element shows what stands inside it.
 *
 * Attributes: `src`, `theme`, `size`, `ground`, `preview`. Custom properties: `--np-paper`, `--np-ink`,
 * `--np-accent`, `--np-font`. Parts: `card`, `bar`, `art`, `words`, `label`, `title`, `artist`, `mark`. Events, which bubble: `now-playing:change` with what is published as its detail,
 * `now-playing:error` with what went wrong.
 */
export function defineNowPlaying({ words, style, mark }: Definition): void {
  // A page may bring the script twice, in two versions even: the first one stays.
  if (customElements.get("now-playing")) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);

  class NowPlayingElement extends HTMLElement {
    static readonly observedAttributes = ["src", "preview"];
    readonly #card = buildFace(mark);
    #stop: (() => void) | undefined;
    #told: unknown;

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      root.append(this.#card, document.createElement("slot"));
    }

    connectedCallback(): void {
      this.disconnectedCallback();
      this.#card.hidden = true;
      const tell = (name: string, detail: unknown) => {
        if (detail === this.#told) return;
        this.#told = detail;
        this.dispatchEvent(new CustomEvent(`now-playing:${name}`, { detail, bubbles: true }));
      };
      try {
        const src = this.getAttribute("src") ?? "";
        const { href, host } = new URL(src.replace(/\/*$/, "/"), location.href);
        const facts = { words, home: href, plain: host };
        this.#stop = play(this, this.#card, this.getAttribute("preview"), facts, tell);
      } catch (error) {
        tell("error", error);
      }
    }

    disconnectedCallback(): void {
      this.#stop?.();
    }

    attributeChangedCallback(): void {
      if (this.isConnected) this.connectedCallback();
    }
  }
  customElements.define("now-playing", NowPlayingElement);
}
