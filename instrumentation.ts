export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startServer }, { slimRequests }, { guardServers }, { stopGracefully }] =
    await Promise.all([
      import("@/lib/server"),
      import("@/lib/slim-requests"),
      import("@/lib/guard-server"),
      import("@/lib/stop-gracefully"),
    ]);
  slimRequests();
  // The development server has addresses, methods and sockets of its own, and so has Vercel's.
  if (process.env.NODE_ENV === "production" && !process.env.VERCEL) guardServers();
  const log = startServer();
  // Functions are ended by their host, which does not wait for them.
  if (!process.env.VERCEL) stopGracefully({ log });
}
