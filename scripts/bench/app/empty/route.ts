export const dynamic = "force-dynamic";

/** The least that answers with JSON: what a route of Next's costs before anybody has written a line of it. */
export function GET(): Response {
  return Response.json({});
}
