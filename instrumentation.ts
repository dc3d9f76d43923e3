export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ startServer }, { slimRequests }] = await Promise.all([
    import("@/lib/server"),
    import("@/lib/slim-requests"),
  ]);
  slimRequests();
  startServer();
}
