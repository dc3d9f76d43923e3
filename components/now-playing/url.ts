import { at } from "@/lib/site/address";

/** Where the state is served; in a file of its own, for the server preloads it and the browser polls it. */
export const NOW_PLAYING_URL = at("/api/now-playing");
