"use client";

/** What is left when even the shell cannot be shown. Next's own is a kilobyte and a half for every page. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <h1>Something broke.</h1>
        <p>
          <a href="">Try again</a>
        </p>
      </body>
    </html>
  );
}
