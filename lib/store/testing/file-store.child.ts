import { setTimeout as sleep } from "node:timers/promises";
import { increment } from "./increment";
import { withFileMutex } from "@/lib/store/file-mutex";
import { createFileStore } from "@/lib/store/file-store";

// Another process of the same machine, for the tests: does what it is told, or holds on until
// it is killed.
const [folder = "", action = "", key = ""] = process.argv.slice(2);
const store = createFileStore({ folder });

async function holdOn(): Promise<void> {
  process.stdout.write("holding\n");
  await sleep(60_000);
}

if (action === "increment") for (let i = 0; i < 200; i += 1) await increment(store, key);
if (action === "lock" && (await store.lock(key, 5000))) await holdOn();
if (action === "write") await withFileMutex(`${folder}/${key}.json.writing`, 0, holdOn);
