/**
 * All words of the interface. For another language, translate the values of this file: it is long so that it
 * is the only one.
 */
export const strings = {
  skipToContent: "Skip to the text",
  nav: {
    label: "Pages",
    writing: "Writing",
    projects: "Projects",
    uses: "Uses",
    listening: "Listening",
    /** What the button changes the page to. */
    dark: "Dark",
    light: "Light",
  },
  home: {
    about: "About",
    writing: "Writing",
    allWriting: "All of the writing",
    projects: "Projects",
    allProjects: "More on each of them",
    elsewhere: "Elsewhere",
    credits: "Credits",
    machines: "For machines",
  },
  /** What stands at the end of the home page for those who do not read pages. */
  machines: [
    { role: "RSS feed", name: "/feed.xml", href: "/feed.xml" },
    { role: "Atom feed", name: "/atom.xml", href: "/atom.xml" },
    { role: "JSON feed", name: "/feed.json", href: "/feed.json" },
    { role: "As plain text", name: "/llms.txt", href: "/llms.txt" },
    { role: "What is playing", name: "/api/now-playing", href: "/api/now-playing" },
    { role: "What played before", name: "/api/recently-played", href: "/api/recently-played" },
    { role: "Its schema", name: "/now-playing.schema.json", href: "/now-playing.schema.json" },
  ],
  projects: {
    title: "Projects",
    /** `{name}` is put in, here and below. */
    description: "What {name} has made, and with what part in it.",
  },
  uses: {
    title: "Uses",
    description: "What {name} works, writes and listens with.",
  },
  notFoundTitle: "Not on this record",
  notFoundLabel: "404",
  notFoundText: "There is no page at this address.",
  notFoundLink: "The front of the sleeve is here.",
  /** The day in the owner's calendar; `{site}` is the title of the site. */
  calendar: {
    summary: "Reconnect Spotify on {site}",
    description:
      "Spotify ends every sign-in after six months; in a week this one is over. Sign in again at the address of this entry.",
  },
};

/**
 * The words of the footer. What a browser has to load stands apart from what it has not, for each of these
 * lists comes as a whole.
 */
export const nowPlayingStrings = {
  region: "Now playing",
  playing: "Now playing",
  paused: "Paused",
  recently: "Last played",
  justNow: "Last played just now",
  /** `{elapsed}` is one of the two phrases below it. */
  recentAgo: "Last played, {elapsed}",
  minutesAgo: "{n} min ago",
  hoursAgo: "{n} h ago",
  idle: "Nothing playing",
  explicit: "Explicit",
  explicitMark: "E",
  /** `{title}` and `{by}` are put in. */
  announce: "{title}, {by}",
  announceAlone: "{title}",
  listen: "Listen on Spotify",
  fromSpotify: "From Spotify",
  cardAlt: "What is playing now, as a card",
};

/** The words of the page about the music. */
export const listeningStrings = {
  title: "Listening",
  /** `{name}` is put in, here and below. */
  description: "What {name} is listening to, as it plays.",
  music: "Music",
  album: "Album",
  length: "Time",
  justPlayed: "Just played",
  /** Of what ended less than a minute ago. */
  justNow: "just now",
  knowsLabel: "How it knows",
  knows: "This site asks Spotify what is playing while somebody looks, and at no other time.",
  kept: "Of what was played it keeps the last song, for a day, and the few before it for five minutes.",
  takeLabel: "To take along",
  take: "Put it on your page",
  fromHome: "What is playing now, in full",
  /** In a picture that is passed on: it has to stay true for days. */
  recently: "Recently playing",
  pictureAlt: "What {name} has been listening to",
};

/** The words around the posts. */
export const writingStrings = {
  title: "Writing",
  /** `{name}` is put in. */
  description: "Everything that {name} has written here, by side and track.",
  /** A year's posts; `{side}` is its letter. */
  side: "Side {side}",
  subjects: "Subjects",
  /** `{tag}` is put in. */
  tagDescription: "What {name} has written about {tag}.",
  all: "All of the writing",
  date: "Written",
  updated: "Changed",
  length: "Reading time",
  draft: "Draft",
  contents: "On this track",
  newer: "Next",
  older: "Before",
  neighbours: "The tracks beside this one",
  /** On the button at a piece of code. */
  copy: "Copy",
  copied: "Copied",
  footnotes: "Notes",
  backToText: "Back to the text",
  /** The name of a table above which no heading stands. */
  table: "Table",
  /** What straight quotes in a post become: one character each. */
  quotes: {
    opening: { double: "“", single: "‘" },
    closing: { double: "”", single: "’" },
  },
};

/** The words that only machines read, and what they show of them. */
export const machineStrings = {
  /** Names of the feeds; `{site}` is the title of the site. */
  feeds: {
    rss: "{site} (RSS)",
    atom: "{site} (Atom)",
    json: "{site} (JSON Feed)",
  },
  /** The name of a page's twin in Markdown. */
  markdown: "The same as Markdown",
  /** What a page's picture shows, to those who do not see it; `{title}` and `{name}` are put in. */
  pictureAlt: "{title}, by {name}",
  /** Opens robots.txt: one line each, with the policy on crawlers in words. */
  robots: {
    policy:
      "Search engines, and assistants that read a page because a person asked them to, are welcome.",
    noTraining: "Crawlers that gather text to train models are asked to stay away.",
    training: "Crawlers that gather text to train models are welcome too.",
    kept: "What would ask Spotify for each visit, and what is the owner's, is no page.",
  },
  /** Headings and names in llms.txt. */
  llms: {
    writing: "Writing",
    pages: "Pages",
    machines: "For machines",
    optional: "Optional",
    nowPlaying: "What is playing now, as JSON",
    schema: "The schema of what is playing",
    sitemap: "Every page, with the day of its last change",
  },
};

/**
 * The words of the search. They travel with its index, apart from the others: a visitor who looks for nothing
 * loads none of them but `button`.
 */
export const searchStrings = {
  button: "Search",
  title: "Search",
  /** `{name}` is put in. */
  description: "All that there is here by {name}, in one index.",
  field: "Search pages and posts",
  placeholder: "Look something up",
  close: "Close",
  results: "Results",
  /** The keys are those of Intl.PluralRules. */
  count: { one: "{n} result", other: "{n} results" },
  /** Where `{shown}` of them are listed. */
  countOfMore: { one: "{shown} of {n} result", other: "{shown} of {n} results" },
  nothing: "Nothing found",
  all: "The whole index",
  failed: "The search could not be loaded. Here is everything.",
  front: "Front page",
  pages: "Pages",
  latest: "Latest tracks",
  kinds: { page: "Page", project: "Project", tag: "Subject" },
  /** Of a tag: `{n}` posts carry it, and `{tracks}` are their numbers. */
  tagLine: { one: "{n} track: {tracks}", other: "{n} tracks: {tracks}" },
};

/** The words that only other sites show, apart from the others: no visitor of this one has to load them. */
export const embedStrings = {
  /** In the lower case that badges are set in. */
  badge: {
    playing: "now playing",
    paused: "paused",
    recent: "last played",
    music: "music",
    idle: "nothing playing",
    unavailable: "nothing to tell",
    untitled: "untitled",
  },
  /** What other sites show where they embed this one; `{name}` is put in. */
  oembed: {
    title: "What {name} is listening to",
    link: "What {name} is listening to",
    frame: "What {name} is listening to, on Spotify",
    missingUrl: "Say which page to embed: ?url=…",
    unknownUrl:
      "There is nothing to embed at that address: only at the front page and at /listening.",
    unknownFormat: "Only JSON is served: leave the format out, or ask for json.",
  },
};

/**
 * The words of the owner's page, /owner, apart from the others: no visitor has to load them. What stands
 * between backticks is set as code; `{places}` are filled in.
 */
export const ownerStrings = {
  title: "Backstage",
  intro:
    "For the author of this site only: this is where Spotify is connected, hidden and looked after. Visitors need nothing here.",
  /** `{time}` is put in. */
  retryAt: "Try again from {time}.",
  signIn: {
    label: "Sign in",
    text: "Only the owner’s account gets in. Each sign-in renews the connection for six months.",
    button: "Sign in with Spotify",
    otherAccount: "Use another account",
    claims:
      "Nobody owns this copy of the site yet. The first sign-in makes its account the owner, and writes it to `.env.local`.",
    elsewhere: "Spotify leads back to another address of this site, so sign in there:",
  },
  insecure: {
    label: "First: https",
    text: "Spotify sends nobody back to an address without https. Serve the site by https, set `SITE_URL` to that address, such as `https://example.com`, and start again.",
    local: "On your own machine, open the site as `http://127.0.0.1` with its port.",
  },
  redirect: {
    label: "Redirect URI",
    text: "In Spotify’s dashboard, your app has to list this address, to the letter. A click selects it.",
    note: "`localhost` will not do: Spotify refuses it. `127.0.0.1` is registered without a port, and then every port works.",
    dashboard: "Open Spotify’s dashboard",
    dashboardUrl: "https://developer.spotify.com/dashboard",
  },
  missing: {
    label: "To set first",
    text: "Nobody can sign in until these are set. The quickest way is `npm run connect` on your own machine: it asks for what it needs, writes `.env.local`, and names what to copy to your host.",
    after: "Then start the site again, or deploy it again.",
    variables: {
      SPOTIFY_CLIENT_ID: "The Client ID of your app, from its settings in Spotify’s dashboard.",
      SPOTIFY_CLIENT_SECRET: "The Client secret, from the same page.",
      SESSION_SECRET:
        "32 characters or more that nobody can guess. This makes some: `node -p \"crypto.randomBytes(32).toString('base64url')\"`",
      SPOTIFY_OWNER_ID:
        "The id of your Spotify account, so that nobody else gets in. `npm run connect` finds it; it is also in the link to your profile, after `/user/`.",
    },
  },
  /** Why somebody was told no: what happened, and what to do. */
  notices: {
    access_denied: {
      title: "You did not agree.",
      text: "Nothing was changed. Sign in again and agree on Spotify’s page, or use another account.",
    },
    foreign_answer: {
      title: "That answer belongs to no sign-in of this browser.",
      text: "It began in another browser, or cookies are blocked. Start again from here.",
    },
    used_code: {
      title: "That answer was used already.",
      text: "Spotify’s answer counts once, and for ten minutes. Sign in again.",
    },
    refused: {
      title: "Spotify refused the sign-in.",
      text: "The log says why. Try again; if that does not help, compare the redirect URI in Spotify’s dashboard with this site’s: `/owner/callback` at its public address.",
    },
    missing_scope: {
      title: "A permission is missing.",
      text: "Without leave to see what is playing there is nothing to show. Sign in again, and agree to all of it.",
    },
    forbidden: {
      title: "Spotify does not let that account use the app.",
      text: "In Spotify’s dashboard, add the account under User Management, and see that the app’s owner has Premium. Or use another account.",
    },
    misconfigured: {
      title: "Spotify does not know this app.",
      text: "Copy `SPOTIFY_CLIENT_ID` and `SPOTIFY_CLIENT_SECRET` again from Spotify’s dashboard, and start the site again.",
    },
    rate_limited: {
      title: "Spotify asks to be left alone for a while.",
      text: "Nothing is broken, and nothing was changed. Wait a while.",
    },
    unreachable: {
      title: "Spotify did not answer.",
      text: "Nothing was changed. Try again in a minute.",
    },
    stranger: {
      title: "That is not the owner’s account.",
      text: "Nothing was stored. Use the owner’s account. If this one is, set `SPOTIFY_OWNER_ID` to its id.",
    },
    no_owner: {
      title: "This site does not know its owner.",
      text: "Set `SPOTIFY_OWNER_ID` to the id of your Spotify account; `npm run connect` finds it.",
    },
    no_app: {
      title: "No Spotify app is set.",
      text: "Set `SPOTIFY_CLIENT_ID` and `SPOTIFY_CLIENT_SECRET`; `npm run connect` helps with both.",
    },
    no_secret: {
      title: "`SESSION_SECRET` is not set.",
      text: "Without it nobody can be known again, and no sign-in kept. `npm run connect` makes one.",
    },
    insecure: {
      title: "Spotify needs https.",
      text: "Serve the site by https, and set `SITE_URL` to that address.",
    },
    expired: {
      title: "That took too long.",
      text: "A sign-in has ten minutes. Start again from here.",
    },
    too_many: {
      title: "Too many tries.",
      text: "Nothing is broken: wait a little.",
    },
    budget_spent: {
      title: "The day’s calls are spent.",
      text: "Signing in takes one of them. Calls come back hour by hour; `SPOTIFY_DAILY_BUDGET` says how many there are.",
    },
    failed: {
      title: "Something failed here.",
      text: "The log says what. Try again; `npm run doctor` looks at everything.",
    },
    session: {
      title: "You were signed out.",
      text: "A visit lasts an hour. Nothing was changed: sign in, and do it once more.",
    },
    not_found: {
      title: "That is not here any more.",
      text: "Variables are shown once and wait ten minutes; the calendar needs the day of the sign-in. Signing in again brings both back.",
    },
  },
  /** `{n}` is the big figure. The keys are those of Intl.PluralRules. */
  daysLeft: { one: "{n} day left", other: "{n} days left" },
  headlines: {
    ended: "Ended",
    not_connected: "Not connected",
    reauthorize: "Sign in again",
    misconfigured: "Refused by Spotify",
    unknown: "The day of the sign-in is not known",
  },
  problems: { label: "To see to" },
  variables: {
    label: "Keep this",
    title: "Nothing here keeps your sign-in.",
    text: "This deployment has no store that outlives it: with the next start you are disconnected. Show the variables, paste them where your host keeps its environment, and deploy again. They are shown once, and wait ten minutes.",
    better: "Better: set `REDIS_URL`. With Redis a sign-in lasts, and there is nothing to paste.",
    button: "Show the variables, once",
  },
  connection: {
    label: "Connection",
    since: "Connected since",
    ends: "Ends on",
    ended: "Ended on",
    origin: "Comes from",
    origins: {
      environment: "`SPOTIFY_REFRESH_TOKEN`, in the environment",
      "sign-in": "A sign-in, kept in the store",
    },
    scopes: "May read",
    /** `{spent}` and `{all}` are days. */
    ruler: "{spent} of {all} days are spent. You are warned 30, 7 and 1 days before the end.",
    /** The first tick of the ruler; the others go without a word. */
    mark: "{n} days",
    warnings: {
      30: "Less than a month is left. Reconnect when it suits you: it takes one click, and six new months begin.",
      7: "Less than a week is left. Reconnect now, and six new months begin.",
      1: "This is the last day. Reconnect now, or the music stops.",
      0: "Spotify ends every sign-in after six months, and this one has ended. Reconnect, and the music is back.",
    },
    states: {
      reauthorize:
        "Spotify no longer accepts this sign-in: it was withdrawn, or has ended. Reconnect, and the music is back.",
      misconfigured:
        "Spotify does not accept the app’s Client ID and secret. Copy both again from its dashboard to `SPOTIFY_CLIENT_ID` and `SPOTIFY_CLIENT_SECRET`, and start the site again.",
      not_connected: "The site has no Spotify account to ask. Reconnect, and the music is back.",
      unknown:
        "So nobody counts its six months. Reconnect, and the count begins today; or set `SPOTIFY_CONNECTED_AT` to the day of the sign-in.",
    },
    /** `{time}` is put in. */
    disconnected:
      "You disconnected on {time}. The store keeps no sign-in, and Spotify is not asked. If `SPOTIFY_REFRESH_TOKEN` still stands among the variables, remove it there: on your own machine `npm run disconnect` does.",
    revoke:
      "Spotify still lists the app as allowed, and has no way for a site to change that. You remove it here: {link}.",
    revokeUrl: "https://www.spotify.com/account/apps/",
    revokeLink: "spotify.com/account/apps",
    reconnect: "Reconnect",
    calendar: "Put the day in your calendar",
  },
  visitors: {
    label: "Visitors see",
    states: {
      playing: "Now playing",
      paused: "Paused",
      recent: "Last played",
      idle: "“Nothing playing”",
      unavailable: "A plain line, without music",
    },
    reasons: {
      not_connected: "No account is connected.",
      reauthorize: "Spotify no longer accepts the sign-in.",
      rate_limited: "Spotify may not be asked now: see the calls below.",
      unreachable: "Spotify does not answer.",
      misconfigured: "Something is set wrongly.",
    },
    spotify: "On Spotify",
    /** `{time}` is put in. */
    playedAt: "Played until {time}.",
    retryAt: "It is asked again from {time}.",
    stale: "Spotify cannot be asked just now, so this is what was true at {time}.",
    staleUnknown: "Spotify cannot be asked just now, so this may be old.",
    lastReading: "Last reading",
    /** `{elapsed}` is a phrase of nowPlaying. */
    ago: "{time}, {elapsed}",
    justNow: "just now",
    noReading: "None is kept",
    hidden: "Hidden until",
    hiddenText:
      "Nobody new sees what you play; pages that are open follow within half a minute. Spotify is not asked.",
    hide2Hours: "Hide for 2 hours",
    hideUntilTomorrow: "Hide until tomorrow",
    show: "Show again",
  },
  calls: {
    label: "Calls to Spotify",
    /** `{spent}`, `{limit}` and `{remaining}` are numbers. */
    spent: "{spent} in the last 24 hours. The limit is {limit}; {remaining} remain.",
    empty:
      "The limit is reached. Until older calls are a day old, visitors see what was last true.",
    /** `{hours}` are 24 numbers. */
    plot: "Calls in each of the last 24 hours, the oldest first: {hours}.",
    from: "24 h ago",
    to: "now",
    gate: {
      rate: {
        title: "Spotify asked to be left alone until {time}.",
        text: "There is nothing to do: it is asked again then.",
      },
      quota: {
        title: "The app’s quota is used up. Spotify asked to be left alone until {time}.",
        text: "It is asked again then. If this happens often, set a lower `SPOTIFY_DAILY_BUDGET`.",
      },
    },
  },
  store: {
    label: "Kept in",
    kinds: {
      memory: "Memory",
      file: "Files on this machine",
      redis: "Redis",
    },
    kept: "The sign-in, the count of calls and what you hide survive a restart.",
    shared: "Every instance that uses it shares them.",
    notShared: "Other machines do not share them; for one machine this is all it takes.",
    memory:
      "The next start forgets a sign-in made here, the count of calls, “hidden” and “disconnected”, and other instances know nothing of them. Set `REDIS_URL` to keep and share them: any small Redis will do.",
    fails:
      "It cannot be used just now, so everything is in memory only. The log says why; it is tried again by itself.",
  },
  leave: {
    label: "Leave",
    disconnect: "Disconnect…",
    disconnectText:
      "The stored sign-in is erased, Spotify is not asked any more, and visitors see the plain line. To have the music back you sign in again.",
    disconnectButton: "Disconnect now",
    signOut: "Sign out",
  },
};

/**
 * The words of the builder, /widget, apart from the others: no other page has to load them. What stands
 * between backticks is set as code; `{places}` are filled in.
 */
export const builderStrings = {
  title: "Put it on your page",
  /** `{name}` is put in, here and in the next four. */
  description: "What {name} is listening to, for any other page: build it here and paste it.",
  lead: "What {name} is listening to, for any page that you can edit. Choose a form, set it, paste it.",
  /** What snippets say of the picture and of the frame. */
  picture: "What {name} is listening to",
  frame: "What {name} is listening to, on Spotify",
  withoutScript:
    "This is the one that fits most pages. The others are put together with JavaScript, which is off.",
  faces: {
    label: "Form",
    list: "Forms",
    iframe: {
      name: "iframe",
      use: "any HTML",
      text: "The one to take when in doubt. It is true as soon as it has loaded, plays on by itself, and can touch nothing of the page around it.",
    },
    element: {
      name: "Element",
      use: "pages with scripts",
      text: "A tag of its own, `<now-playing>`, that stands in the page like a paragraph. Where its script does not run it is a picture with a link. `--np-paper`, `--np-ink`, `--np-accent` and `--np-font` give it your colours and your font.",
    },
    markdown: {
      name: "Markdown",
      use: "READMEs, wikis",
      text: "A picture that leads to the song. It shows what is on when the page is opened, cover and all, and holds still from there.",
    },
    picture: {
      name: "Picture",
      use: "READMEs, day and night",
      text: "Two pictures, of which the browser shows the one that suits the visitor; on GitHub, the one that suits the theme chosen there. So there is no theme to set.",
    },
    image: {
      name: "HTML image",
      use: "newsletters, forums",
      text: "The same picture in plain HTML, for places that take neither frames nor scripts.",
    },
    badge: {
      name: "Badge",
      use: "rows of badges",
      text: "shields.io draws it from this site’s answer. This page asks nothing of other sites, so here you see the answer, and there the badge.",
    },
    oembed: {
      name: "oEmbed",
      use: "WordPress and its like",
      text: "For editors that make a frame of an address: paste it on a line of its own.",
    },
    react: {
      name: "React",
      use: "shadcn/ui",
      text: "The command copies the component, its hook and the server part into your app, and the code is yours. With `src` it tells of this site. It takes the colours of your theme; below, the element stands in for it.",
    },
  },
  preview: {
    label: "Looks like",
    light: "A light page",
    dark: "A dark page",
    own: "Your background",
    /** The accessible name of a frame; `{page}` is one of the three above. */
    frame: "{page}: the frame",
    plain: "The frame",
    /** How a badge is read aloud. */
    badge: "{label}: {message}",
    failed: "The site did not answer just now.",
  },
  options: {
    label: "Set it",
    theme: "Theme",
    size: "Size",
    ground: "Ground",
    width: "Width, in pixels",
    preview: "Shows",
    script: "Script",
    background: "Your page’s background",
    /** The contract's words: they stand in addresses as they stand here. */
    values: {
      auto: "auto",
      light: "light",
      dark: "dark",
      compact: "compact",
      card: "card",
      paper: "paper",
      transparent: "transparent",
      live: "live",
      playing: "playing",
      paused: "paused",
      recent: "recent",
      idle: "idle",
      unavailable: "unavailable",
      latest: "latest",
      pinned: "pinned",
    },
    previewNote: "For a look only: a snippet always shows the music.",
    scriptNote: "`pinned` never changes, and your page checks it by its hash.",
    /** `{option}` is as it stands in the address, `{expected}` what would be understood. */
    problem: "{option} was not understood: {expected}.",
    expectedBackground: "six digits of a colour, such as f6f1e7",
  },
  contrast: {
    /** `{ratio}` and `{least}` are numbers, `{scheme}` is one of the values light and dark. */
    fits: "It can be read there: {ratio} to 1 for its faintest words.",
    faint: "Theme {scheme}: {ratio} to 1 for its faintest words. Reading takes {least} to 1.",
    advice: {
      light: "Choose the theme `light`.",
      dark: "Choose the theme `dark`.",
      paper: "No theme can be read there: choose the ground `paper`.",
    },
    /** Where the theme follows the visitor: the page may do so too. */
    adviceAuto: {
      light: "Choose the theme `light`, unless your page turns dark for visitors who like it so.",
      dark: "Choose the theme `dark`, unless your page turns light for visitors who like it so.",
      paper: "No theme can be read there: choose the ground `paper`.",
    },
  },
  snippet: {
    label: "Paste",
    name: "Snippet",
    copy: "Copy the snippet",
  },
  policy: {
    label: "Allow",
    name: "Content-Security-Policy",
    text: "Only if your page sends a Content-Security-Policy: this is what it has to allow.",
    copy: "Copy the policy",
  },
  weight: {
    label: "Weighs",
    text: "Weighed by your browser, just now.",
    textScript: "The script was weighed when it was made, the answer by your browser, just now.",
    parts: {
      document: "Document",
      script: "Script",
      answer: "What is playing",
      picture: "Picture",
      badge: "Answer",
      oembed: "Answer",
    },
    /** In bytes: `{sent}` as it travels, `{n}` whole. */
    whole: "{n} bytes",
    sent: "{n} bytes, compressed",
    sentAndWhole: "{sent} bytes, compressed from {n}",
    failed: "not to be weighed now",
    /** What is loaded beside what was weighed. */
    cover:
      "The cover comes from Spotify’s servers. Nothing else is loaded: no cookie, no tracker, no font.",
    nothing: "Nothing else is loaded: no cookie, no tracker, no font.",
    shields: "The badge itself is sent by shields.io, and is not weighed here.",
    react: "The component becomes a part of your own scripts.",
  },
  link: {
    label: "Keep",
    name: "Link",
    copy: "Copy a link to these settings",
  },
  copied: "Copied.",
  /** Where the browser lets no page copy. */
  selected: "It is selected: copy it with your keyboard or menu.",
};
