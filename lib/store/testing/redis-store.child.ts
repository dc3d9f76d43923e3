import { Secret } from "@/lib/secret";
import { createRedisStore } from "@/lib/store/redis-store";

// Another process, for the tests: asks once, says what came of it, and has nothing more to do.
const [url = "", closing = ""] = process.argv.slice(2);
const store = createRedisStore({ url: new Secret(url) });

try {
  await store.set("a", "kept");
  process.stdout.write((await store.get("a"))?.value ?? "nothing");
} catch (error) {
  process.stdout.write(error instanceof Error ? error.message : "");
}
if (closing === "close") await store.close();
