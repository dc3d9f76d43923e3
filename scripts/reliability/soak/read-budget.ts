import { z } from "zod";

const shape = z.object({ budget: z.object({ limit: z.number(), remaining: z.number() }) });

/** What the owner is told of the day's budget of calls. @throws {z.ZodError} where it is told nothing */
export async function readBudget(site: string, cookie: string) {
  const response = await fetch(`${site}/api/health`, { headers: { cookie } });
  return shape.parse(await response.json()).budget;
}
