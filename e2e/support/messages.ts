import { expect, listenTo, newVisitor, open, signIn } from "@/e2e/support/browser";
import { follow, origin, type ApiPerson } from "@/e2e/support/people";
import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";

export interface Writer {
  person: ApiPerson;
  page: Page;
  context: BrowserContext;
}

/** Making keys and a group takes several requests, on a machine that does other things as well. */
const SLOW = { timeout: 45_000 };

/** A message on screen; what it answers does not count as its text. */
export const bubble = (page: Page, text: string | RegExp): Locator => page.getByRole("article", { name: text });

/** Opens Messages and waits until this device has its keys. */
export async function openMessages(page: Page): Promise<void> {
  await open(page, `${origin}/messages`);
  await expect(page.getByRole("button", { name: "Keys checked by your devices" }).first()).toBeVisible(SLOW);
}

/** A new person who has opened Messages. */
export async function writer(browser: Browser): Promise<Writer> {
  const visitor = await newVisitor(browser);
  await openMessages(visitor.page);
  return visitor;
}

/** Two people who follow each other and have opened Messages. */
export async function twoWriters(browser: Browser): Promise<[Writer, Writer]> {
  const [first, second] = await Promise.all([writer(browser), writer(browser)]);
  await follow(first.person, second.person);
  await follow(second.person, first.person);
  return [first, second];
}

/** Another browser of somebody, on the given page. */
export async function otherBrowser(browser: Browser, person: ApiPerson, path: string): Promise<Writer> {
  const context = await browser.newContext();
  listenTo(context);
  await signIn(context, person);
  const page = await context.newPage();
  await open(page, origin + path);
  return { person, page, context };
}

/** Opens the conversation with a person, creating it if there is none. */
export async function writeTo(page: Page, person: ApiPerson): Promise<void> {
  await open(page, `${origin}/messages/new?to=${person.id}`);
  await expect(page.getByRole("log")).toBeVisible(SLOW);
}

/** Opens a conversation from the list. */
export async function openConversation(page: Page, name: string): Promise<void> {
  // Rows for requests name people as well.
  await page
    .getByRole("list", { name: "Conversations" })
    .getByRole("link", { name: new RegExp(name) })
    .click(SLOW);
  await expect(page.getByRole("log")).toBeVisible(SLOW);
}

/** Sends a message, and waits until the server has it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: /^Write to/ }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(bubble(page, text)).toBeVisible();
  await expect(page.getByText("Sent").last()).toBeVisible(SLOW);
}

/** Waits for a message. */
export async function hears(page: Page, text: string | RegExp): Promise<void> {
  await expect(bubble(page, text)).toBeVisible(SLOW);
}

/** Chooses something from the menu of a message. */
export async function choose(page: Page, message: string, item: string): Promise<void> {
  await bubble(page, message).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: item }).click();
}
