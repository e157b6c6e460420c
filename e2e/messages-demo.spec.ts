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

test("every browser of the demo opens its messages by itself", async ({ browser }) => {
  test.slow();
  const first = await lookAround(browser);
  await openMessages(first);
  await expect
    .poll(async () => (await first.request.get("/api/v1/barker/e2ee/vault")).text(), { timeout: 30_000 })
    .toContain('"words"');
  const second = await lookAround(browser);
  await openMessages(second);
  await expect(second.getByRole("heading", { name: "Unlock your messages" })).toBeHidden();
});
