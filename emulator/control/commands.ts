import { z } from "zod";
import { findFault, faultIdsOf } from "@/emulator/faults";
import { faultHosts } from "@/emulator/faults/exchange";
import type { FaultHost } from "@/emulator/faults/exchange";
import { optionsPatchSchema } from "@/emulator/options";
import { playlistSchema } from "@/emulator/playlist/entry";
import { quirks } from "@/emulator/world";

const positionMs = z.number().min(0);
const index = z.int().min(0);

/** The JSON bodies of the control API, which are also the arguments of the methods in process. */
export const commandSchemas = {
  seek: z.strictObject({ positionMs }),
  jump: z.strictObject({ index, positionMs: positionMs.optional() }),
  playlist: z.strictObject({
    entries: playlistSchema,
    startAt: z.strictObject({ index, positionMs: positionMs.optional() }).optional(),
  }),
  quirk: z.strictObject({ quirk: z.enum(quirks).nullable() }),
  fault: z
    .strictObject({
      host: z.enum(faultHosts),
      fault: z.string(),
      times: z.int().min(1).optional(),
      retryAfterSeconds: z.int().min(0).optional(),
    })
    .check(({ value, issues }) => {
      if (findFault(value.fault, value.host) === undefined)
        issues.push({
          code: "custom",
          input: value.fault,
          path: ["fault"],
          message: listFaults(value.host),
        });
    }),
  options: optionsPatchSchema,
  nothing: z.strictObject({}),
} as const;

export type SeekCommand = z.infer<typeof commandSchemas.seek>;
export type JumpCommand = z.infer<typeof commandSchemas.jump>;
export type PlaylistCommand = z.infer<typeof commandSchemas.playlist>;
export type QuirkCommand = z.infer<typeof commandSchemas.quirk>;
export type FaultCommand = z.infer<typeof commandSchemas.fault>;

/** Thrown by the control methods, and a 400 over HTTP. */
export class ControlError extends Error {
  override readonly name = "ControlError";
}

/** Parses what somebody sent, or says in one sentence what is accepted. */
export function parseCommand<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join(".")}: ${message}`,
  );
  throw new ControlError(complaints.join("; "));
}

function listFaults(host: FaultHost): string {
  return `the faults of ${host} are ${faultIdsOf(host).join(", ")}`;
}
