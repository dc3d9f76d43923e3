import { makeHex } from "@/emulator/ids";

/** The one registered app. Its credentials are the same in every run, so that an `.env` file stays good. */
export const client = {
  id: makeHex("client id", 32),
  secret: makeHex("client secret", 32),
  name: "Liner Notes",
} as const;
