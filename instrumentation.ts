export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startServer }, { slimRequests }, { stopGracefully }] = await Promise.all([
    import("@/lib/server"),
    import("@/lib/slim-requests"),
    import("@/lib/stop-gracefully"),
  ]);
  slimRequests();
  const log = startServer();
  // Functions are ended by their host, which does not wait for them.
  if (!process.env.VERCEL) stopGracefully({ log });
}
