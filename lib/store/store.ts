/** A value and the opaque version it was read at. */
export interface Entry {
  readonly value: string;
  readonly version: string;
}

export interface SetOptions {
  /** Time to live in ms, more than 0; absent: kept until deleted. */
  readonly ttlMs?: number;
  /** Write only if the stored version still is this one; `null`: only if nothing is stored. Refused atomically. */
  readonly expectedVersion?: string | null;
}

/**
 * A lock with an owner. Once it has expired, its former owner can neither renew it nor release
 * it from under whoever took it since.
 */
export interface Lock {
  /** Holds on for another `ttlMs` from now; false when the lock has expired or is someone else's. */
  renew(ttlMs: number): Promise<boolean>;
  /** Gives the lock back; does nothing when it is no longer held. */
  release(): Promise<void>;
}

/**
 * A small key-value store. Keys are lowercase words of letters and digits with `-` and `/`
 * (`connection/token`), at most 100 characters. Values are strings: callers serialise.
 * An expired value reads as absent, and may be set with `expectedVersion: null`.
 *
 * Every method rejects with a {@link StoreError} (`./store-error`) when the key or the time to
 * live is not valid, or when the place behind the store cannot be read or written.
 */
export interface Store {
  readonly kind: "memory" | "file" | "redis";
  /** Whether values survive a restart: memory no; file and redis yes. */
  readonly durable: boolean;
  /** Whether others see the values: memory no; file the processes of one machine; redis everyone. */
  readonly shared: boolean;
  get(key: string): Promise<Entry | undefined>;
  /** Answers the new version, or undefined when the expected version no longer held. */
  set(key: string, value: string, options?: SetOptions): Promise<string | undefined>;
  delete(key: string): Promise<void>;
  /** Takes a lock for `ttlMs`, or answers undefined at once when somebody else holds it. */
  lock(key: string, ttlMs: number): Promise<Lock | undefined>;
}
