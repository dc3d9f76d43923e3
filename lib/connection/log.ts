/** Where the connection says what happened to it. No message holds a token or a secret. */
export interface ConnectionLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
