/** One line per event, marked with where it comes from. Messages are made without secrets. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** A log that prints to the terminal, each line opened by `[liner-notes/<area>]`. */
export function createLog(area: string): Log {
  const mark = (message: string) => `[liner-notes/${area}] ${message}`;
  return {
    info: (message) => console.info(mark(message)),
    warn: (message) => console.warn(mark(message)),
    error: (message) => console.error(mark(message)),
  };
}
