/** What an error says of itself. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : "Something that is no error was thrown.";
}
