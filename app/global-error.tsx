"use client";

import { brokenStrings as words } from "@/lib/site/strings";

/** What is left when even the shell cannot be shown. Next's own would cost every page a kilobyte and a half. */
export default function GlobalError() {
  return (
    <html lang={words.language}>
      <body>
        <h1>{words.title}</h1>
        <button type="button" onClick={reload}>
          {words.again}
        </button>
      </body>
    </html>
  );
}

function reload(): void {
  location.reload();
}
