/** Nothing comes back: the socket is closed. */
const NOTHING = 0;

const POST = "POST /owner/show HTTP/1.1\r\nHost: a\r\n";
const WEBSOCKET =
  "Connection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

/** Bytes that are no HTTP, that two servers may read in two ways, or that ask for another protocol. */
export const BROKEN: readonly (readonly [
  name: string,
  text: string,
  statuses: readonly number[],
])[] = [
  ["no request line", "GARBAGE\r\n\r\n", [400]],
  ["a version to come", "GET / HTTP/9.9\r\n\r\n", [400]],
  ["line feeds alone", "GET / HTTP/1.1\nHost: a\n\n", [400]],
  ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", [400]],
  ["a null in a header", "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", [400]],
  ["a space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", [400]],
  ["a folded header", "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", [400]],
  ["a TLS hello", "\x16\x03\x01\x02\x00\x01\x00", [400]],
  ["a preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [400]],
  ["20 kB of a header", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(20_000)}\r\n\r\n`, [431]],
  ["20 kB of a path", `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, [431]],
  ["a tunnel", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", [NOTHING]],
  [
    "a length and chunks",
    `${POST}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG`,
    [400],
  ],
  ["two lengths", `${POST}Content-Length: 6\r\nContent-Length: 5\r\n\r\nabcdef`, [400]],
  ["a length below zero", `${POST}Content-Length: -1\r\n\r\n`, [400]],
  ["a length with a sign", `${POST}Content-Length: +1\r\n\r\na`, [400]],
  ["a hidden coding", `${POST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`, [400]],
  ["chunks twice", `${POST}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n`, [400, 413]],
  ["chunks without a size", `${POST}Transfer-Encoding: chunked\r\n\r\nZZ\r\n\r\n`, [400, 413]],
  ["a chunk that never comes", `${POST}Transfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\nabc`, [413]],
  [
    "a second request in a body",
    `${POST}Content-Length: 36\r\n\r\nGET /owner HTTP/1.1\r\nHost: a\r\nX: ab\r\n`,
    [413],
  ],
  ["another protocol", `GET /_next/hmr HTTP/1.1\r\nHost: a\r\n${WEBSOCKET}\r\n`, [404]],
  ["another protocol at a route", `GET / HTTP/1.0\r\nHost: a\r\n${WEBSOCKET}\r\n`, [200]],
];
