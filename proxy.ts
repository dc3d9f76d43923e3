import { createHash, randomBytes } from "node:crypto";
import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";
import { themeScript } from "@/components/site/theme";
import { describePagePolicy, writePolicy } from "@/lib/site/content-policy";

const NAME = "Content-Security-Policy";

const { "form-action": _, ...policy } = describePagePolicy({
  imageSources: [],
  isDevelopment: process.env.NODE_ENV === "development",
});

const themeHash = `'sha256-${createHash("sha256").update(themeScript).digest("base64")}'`;

/**
 * The owner's page is made for each request, so each of its scripts can carry a number used once. Next
 * reads it off the request and writes it into the page. Where its forms may lead, the page says itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const value = writePolicy(policy, {
    "script-src": [
      ...(policy["script-src"] ?? []).filter((source) => source !== "'unsafe-inline'"),
      `'nonce-${nonce}'`,
      themeHash,
    ],
  });
  const headers = new Headers(request.headers);
  headers.set(NAME, value);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(NAME, value);
  return response;
}

export const config = { matcher: ["/owner", "/owner/:path*"] };
