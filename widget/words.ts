/** All words of a face; the build puts the site's own in. */
export interface FaceWords {
  readonly playing: string;
  readonly paused: string;
  /** Of something that was played within the last hour. */
  readonly recent: string;
  /** Of something that was played before that; `{n}` is a number of hours. */
  readonly hoursAgo: string;
  readonly idle: string;
  readonly explicitMark: string;
}
