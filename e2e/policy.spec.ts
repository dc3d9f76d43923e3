import { listPages, listPosts, open, withPage } from "./pages";
import { expect, lookingTest as test } from "./site";

/** Made for each request, so that no list of its scripts can be made beforehand. */
const UNSEALED = "/widget";

test.describe("the content security policy", () => {
  test("is kept by every page, and by what is done there", async ({ browser, site }) => {
    const refused: string[] = [];
    const [post = ""] = await listPosts(site.url);
    await withPage(browser, {}, async (page) => {
      page.on("console", (message) => {
        if (message.type() === "error" && !/404/.test(message.text())) refused.push(message.text());
      });
      page.on("pageerror", ({ message }) => refused.push(message));
      await page.exposeFunction("refuse", (what: string) => refused.push(what));
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) =>
          Reflect.get(
            window,
            "refuse",
          )(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      for (const path of await listPages(site.url)) await open(page, site.url + path);

      await open(page, `${site.url}/writing`);
      await page.locator(`main a[href="${post}"]`).click();
      await page.getByRole("button", { name: "Dark", exact: true }).click();
      await page.getByRole("button", { name: "Copy" }).first().focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Control+k");
      await expect(page.getByRole("combobox")).toBeFocused();
      await page.keyboard.type("record");
      await expect(page.getByRole("option", { selected: true })).toBeVisible();
    });
    expect(refused).toEqual([]);
  });

  test("runs no script that somebody slips into a page", async ({ browser, site }) => {
    await withPage(browser, {}, async (page) => {
      for (const path of await listPages(site.url)) {
        if (path === UNSEALED) continue;
        await page.goto(site.url + path, { waitUntil: "domcontentloaded" });
        const ran = await page.evaluate(() => {
          const script = document.createElement("script");
          script.textContent = "window.slipped = true";
          document.body.append(script);
          document.body.insertAdjacentHTML("beforeend", '<b onclick="window.slipped = true"></b>');
          document.body.querySelector("b:last-child")?.dispatchEvent(new Event("click"));
          return "slipped" in window;
        });
        expect(ran, path).toBe(false);
      }
    });
  });
});
