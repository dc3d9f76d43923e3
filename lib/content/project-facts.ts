/** A project, told as a sleeve tells its personnel. */
export interface ProjectFacts {
  /** What its author did for it, set in small capitals. */
  readonly role: string;
  readonly name: string;
  /** As it is set: `2019–2024`, or `2025–` while it goes on. */
  readonly years: string;
  /** One line of what it is. */
  readonly line: string;
  /** A short paragraph. */
  readonly text?: string;
  /** A path of the site's own, such as `/widget`, or an address elsewhere. */
  readonly href?: string;
}
