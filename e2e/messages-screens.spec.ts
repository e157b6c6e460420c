import { AxeBuilder } from "@axe-core/playwright";
import { expect, open, test } from "@/e2e/support/browser";
import { openConversation, say, twoWriters, writeTo } from "@/e2e/support/messages";
import { origin } from "@/e2e/support/people";
import type { Page } from "@playwright/test";

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html).join(" ")}`);
}

/** How many pixels wider than the screen a page is. */
const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("every screen of Messages is accessible in both themes, and fits at 200 % text", async ({ browser }) => {
  test.slow();
  const [otter, fern] = await twoWriters(browser);
  const { page } = otter;
  await writeTo(page, fern.person);
  await say(page, "Ten at the library steps? https://example.org/a-very-long-address-that-must-not-widen-the-page");
  await openConversation(fern.page, otter.person.handle);
  await say(fern.page, "I carry jars");
  const conversation = page.url();
  const screens = [
    "/messages",
    conversation.replace(origin, ""),
    "/messages/new",
    "/messages/requests",
    "/messages/words",
    "/settings/messages",
    "/settings/messages/link",
  ];
  for (const path of screens) {
    await page.emulateMedia({ colorScheme: "light" });
    await open(page, origin + path);
    await page.waitForLoadState("networkidle");
    expect(await faults(page), path).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faults(page), `${path} in dark`).toEqual([]);
    expect(await tooWide(page), `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await tooWide(page), `${path} scrolls sideways at 200 % text`).toBeLessThanOrEqual(1);
  }
});

test("a conversation can be used with the keyboard alone", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  const { page } = otter;
  await writeTo(page, fern.person);
  await say(page, "First");
  await say(page, "Second");
  await page.locator("[data-message]").last().focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.locator("[data-message]:focus")).toContainText("First");
  await page.keyboard.press("e");
  const field = page.getByRole("textbox", { name: "Your message" });
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: /^Write to/ })).toBeVisible();
  await page.locator("[data-message]").last().focus();
  await page.keyboard.press("r");
  await expect(page.getByText("Reply to")).toBeVisible();
  await page.locator("[data-message]").last().focus();
  await page.keyboard.press("Escape");
  await page.waitForURL("**/messages");
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.waitForURL("**/home");
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await page.waitForURL("**/messages");
});
