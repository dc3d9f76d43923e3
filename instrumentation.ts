export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startServer }, { slimRequests }, { guardServers }] = await Promise.all([
    import("@/lib/server"),
    import("@/lib/slim-requests"),
    import("@/lib/guard-server"),
  ]);
  slimRequests();
  // The development server has addresses, methods and sockets of its own, and so has Vercel's.
  if (process.env.NODE_ENV === "production" && !process.env.VERCEL) guardServers();
  startServer();
}
