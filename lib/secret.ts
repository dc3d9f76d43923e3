const SHOWN = "[secret]";

/**
 * A value that must not be seen: a token, a client's secret, an address that holds a password. However it
 * is printed, it prints as `[secret]`: what it holds is not among its properties, so that neither a log,
 * an error nor a serialiser can reach it. Only `reveal` can, and a test lists the files that call it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value, for the one sink that needs it. */
  reveal(): string {
    return this.#value;
  }

  /** Whether both hold the same value: two that do are two objects, so `===` does not tell. */
  equals(other: Secret | undefined): boolean {
    return other !== undefined && this.#value === other.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [Symbol.toPrimitive](): string {
    return SHOWN;
  }

  /** How Node's console shows it: https://nodejs.org/api/util.html#utilinspectcustom. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return SHOWN;
  }
}
