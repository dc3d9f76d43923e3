/** Hours of every day, by the clock on the wall of a time zone. */
interface QuietHours {
  /** `HH:MM` */
  readonly from: string;
  /** `HH:MM`; before `from` it is the next day's. */
  readonly to: string;
  /** IANA name, such as `Europe/Stockholm`. */
  readonly timeZone: string;
}

/** What of the music is told. The engine declares the same: it reads nothing of the site's. */
interface PublishingFacts {
  readonly hideExplicit?: boolean;
  readonly hidePodcasts?: boolean;
  readonly hideArtists?: readonly string[];
  readonly quietHours?: QuietHours | readonly QuietHours[];
  /** 0 to 3600. */
  readonly delaySeconds?: number;
}

/** What robots.txt asks of those who read the whole site by machine. */
interface CrawlerFacts {
  /** Whether the text may be used to train models. */
  readonly training: boolean;
}

/** What content/site.ts has to say about its author. */
export interface SiteFacts {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag of the site's language, such as `en` or `pt-BR`. */
  readonly language: string;
  /** IANA name of the author's time zone. */
  readonly timeZone: string;
  readonly role: string;
  /** Paragraphs. */
  readonly bio: readonly string[];
  readonly credits: readonly { readonly role: string; readonly name: string }[];
  readonly links: readonly {
    readonly label: string;
    readonly text: string;
    readonly href: string;
  }[];
  readonly crawlers: CrawlerFacts;
  readonly publishing: PublishingFacts;
  /** Whether the sign-in asks for `user-read-recently-played`. */
  readonly recentlyPlayed: boolean;
}
