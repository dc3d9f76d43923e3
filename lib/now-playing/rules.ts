import type { Curtain } from "./curtain";
import type { Meter } from "./meter";

/** What every call has to keep to, and everything that is told. */
export interface Rules {
  readonly curtain: Curtain;
  readonly meter: Meter;
  /** Takes over what other instances were ordered and have counted, as far as that is due. Never rejects. */
  catchUp(): Promise<void>;
}
