/** What Open Graph pictures are shown at, in px. */
export const PICTURE_SIZE = { width: 1200, height: 630 };
