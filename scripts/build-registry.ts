import { writeRegistry } from "./registry/write-registry";

/** Makes public/r/now-playing.json, the registry item, and the registry's index beside it. */
writeRegistry();
