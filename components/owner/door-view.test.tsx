// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { REFUSALS } from "@/lib/owner/refusal";
import type { Notice, OwnerPage } from "@/lib/owner/view";
import { OwnerView } from "./owner-view";
import { listOrders } from "./testing/forms";
import { NOW, consoleWith, doorWith } from "./testing/pages";

const NOTICES: readonly Notice[] = [...REFUSALS, "session", "not_found"];
const SIGN_IN = { "Sign in with Spotify": "POST /owner/sign-in" };

function show(page: OwnerPage): string {
  const { container } = render(<OwnerView page={page} timeZone="Europe/Stockholm" language="en" />);
  return container.textContent ?? "";
}

describe("the door", () => {
  afterEach(cleanup);

  it("offers one button, and says what it is for", () => {
    expect(show(doorWith())).toContain("Only the owner’s account gets in.");
    expect(listOrders()).toEqual(SIGN_IN);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("shows what Spotify's dashboard has to list, and that localhost will not do", () => {
    const text = show(doorWith({ redirectUri: "http://127.0.0.1/owner/callback" }));
    expect(screen.getByText("http://127.0.0.1/owner/callback").tagName).toBe("CODE");
    expect(text).toMatch(/localhost will not do.*127\.0\.0\.1 is registered without a port/);
  });

  it.each([
    ["SPOTIFY_CLIENT_ID", "dashboard"],
    ["SPOTIFY_CLIENT_SECRET", "from the same page"],
    ["SESSION_SECRET", `node -p "crypto.randomBytes(32).toString('base64url')"`],
    ["SPOTIFY_OWNER_ID", "npm run connect"],
  ] as const)("shows no button while %s is missing, and how to get it", (name, remedy) => {
    const text = show(doorWith({ missing: [name] }));
    expect(listOrders()).toEqual({});
    expect(screen.getByText(name).nextSibling?.textContent).toContain(remedy);
    expect(text).toContain("npm run connect");
  });

  it("says that the first to sign in becomes the owner, where that is so", () => {
    expect(show(doorWith({ claims: true }))).toMatch(/makes its account the owner.*\.env\.local/);
    expect(listOrders()).toEqual(SIGN_IN);
  });

  it("asks for https before anything else", () => {
    const text = show(doorWith({ isInsecure: true, redirectUri: "http://me/owner/callback" }));
    expect(text).toContain("SITE_URL");
    expect(text).not.toContain("http://me/owner/callback");
    expect(listOrders()).toEqual({});
  });

  it("leads to the address that Spotify leads back to", () => {
    show(doorWith({ elsewhere: "https://example.com/owner" }));
    const link = screen.getByRole("link", { name: "https://example.com/owner" });
    expect(link.getAttribute("href")).toBe("https://example.com/owner");
    expect(listOrders()).toEqual({});
  });

  it.each(NOTICES)("says what happened and what to do: %s", (name) => {
    show(doorWith({ notice: { name } }));
    const [title = "", text = ""] = [...screen.getByRole("alert").querySelectorAll("p")].map(
      (paragraph) => paragraph.textContent ?? "",
    );
    expect(title).toMatch(/^[^{}]+\.$/);
    expect(text.trim()).toMatch(/^[^{}]{20,}$/);
  });

  it("says from when another try is worth it, on the owner's clock", () => {
    show(doorWith({ notice: { name: "too_many", retryAt: NOW } }));
    expect(screen.getByRole("alert").textContent).toMatch(/from 2:05\sPM\.$/);
    const time = screen.getByRole("alert").querySelector("time");
    expect(time?.dateTime).toBe(new Date(NOW).toISOString());
  });

  it.each(["stranger", "forbidden", "access_denied"] as const)(
    "offers another account after %s, to the owner too",
    (name) => {
      const other = "POST /owner/sign-in?dialog=1";
      show(doorWith({ notice: { name } }));
      expect(listOrders()).toEqual({ ...SIGN_IN, "Use another account": other });
      cleanup();
      show(consoleWith({}, { notice: { name } }));
      expect(listOrders()).toMatchObject({ "Use another account": other });
    },
  );
});
