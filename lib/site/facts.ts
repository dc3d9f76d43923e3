/** What content/site.ts has to say about its author. */
export interface SiteFacts {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag of the site's language, such as `en` or `pt-BR`. */
  readonly language: string;
  readonly role: string;
  /** Paragraphs. */
  readonly bio: readonly string[];
  readonly credits: readonly { readonly role: string; readonly name: string }[];
  readonly links: readonly {
    readonly label: string;
    readonly text: string;
    readonly href: string;
  }[];
}
