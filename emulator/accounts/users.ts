import { makeId } from "@/emulator/ids";

export interface User {
  readonly id: string;
  readonly name: string;
  /** False for somebody who is missing from the app's User Management: may sign in, may call nothing. */
  readonly listed: boolean;
}

export const users = {
  owner: { id: "marginalia-owner", name: "Ada Quill", listed: true },
  stranger: { id: makeId("user stranger"), name: "Tobias Vane", listed: true },
  unlisted: { id: makeId("user unlisted"), name: "Mira Okafor", listed: false },
} as const satisfies Record<string, User>;

export function findUser(id: string): User {
  return Object.values<User>(users).find((user) => user.id === id) ?? users.stranger;
}
