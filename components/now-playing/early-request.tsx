"use client";

import { preload } from "react-dom";
import { NOW_PLAYING_URL } from "./url";

/**
 * Has the browser ask for the music while it still reads the page. On the client, for the server renders
 * the footer of the page for "not found" along with every other page.
 */
export function EarlyRequest() {
  preload(NOW_PLAYING_URL, { as: "fetch", crossOrigin: "anonymous" });
  return null;
}
