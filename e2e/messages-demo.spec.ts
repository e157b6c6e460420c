import { expect, listenTo, test } from "@/e2e/support/browser";
import { openMessages } from "@/e2e/support/messages";
import type { Browser, Page } from "@playwright/test";

/** A new browser in which somebody looks around as the demo's visitor. */
async function lookAround(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  listenTo(context);
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("button", { name: "Look around as @maple" }).click();
  await page.waitForURL("**/home");
  return page;
}

/** Notes on the page whether it asked for keys that it gets by itself, or listed people without their names. */
function watchForUntruth(): void {
  addEventListener("DOMContentLoaded", () =>
    new MutationObserver(() => {
      const said = [...document.querySelectorAll("main h2, main bdi")].map(({ textContent }) => textContent);
      const untrue = said.find((text) => text === "Unlock your messages" || text === "Somebody");
      if (untrue) document.documentElement.dataset["untrue"] = untrue;
    }).observe(document.body, { childList: true, subtree: true, characterData: true }),
  );
}

test("every browser of the demo opens its messages by itself", async ({ browser }) => {
  test.slow();
  const first = await lookAround(browser);
  await openMessages(first);
  await expect
    .poll(async () => (await first.request.get("/api/v1/barker/e2ee/vault")).text(), { timeout: 30_000 })
    .toContain('"words"');
  const second = await lookAround(browser);
  await second.addInitScript(watchForUntruth);
  await openMessages(second);
  await expect(second.getByRole("heading", { name: "Unlock your messages" })).toBeHidden();
  expect(await second.locator("html").getAttribute("data-untrue")).toBeNull();
});
