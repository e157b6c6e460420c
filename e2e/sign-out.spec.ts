import { expect, open, signIn, test } from "@/e2e/support/browser";
import { compose, write } from "@/e2e/support/compose";
import { article, barksOf, read, signInAt } from "@/e2e/support/offline";
import { signUp } from "@/e2e/support/people";
import { answering } from "@/e2e/support/worker-server";
import type { Page } from "@playwright/test";

test.describe.configure({ timeout: 240_000 });

/** Everything that this device stores, as one text. */
const onDevice = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const stored = [...Object.entries(localStorage), ...Object.entries(sessionStorage)].flat();
    const pages = await Promise.all(
      (await caches.keys())
        .filter((name) => name === "pages" || name === "pictures")
        .map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    const entries = await new Promise<unknown>((resolve, reject) => {
      const request = indexedDB.open("outbox");
      request.addEventListener("error", () => reject(new Error("no outbox")));
      request.addEventListener("success", () => {
        const all = request.result.transaction("entries").objectStore("entries").getAll();
        all.addEventListener("success", () => resolve(all.result));
      });
    });
    return JSON.stringify([stored, pages, entries]);
  });

test("signing out asks about unsent barks, sends them, and clears everything stored on the device", async ({
  browser,
}) => {
  const server = await answering();
  const person = await signUp();
  const context = await browser.newContext({ baseURL: server.url });
  await signInAt(context, server.url, person);
  const page = await context.newPage();
  await read(page, "/home");
  const settings = await context.newPage();
  await open(settings, "/settings");
  await page.bringToFront();
  await compose(page);
  await page.keyboard.press("Escape");
  server.away(true);
  await write(page, "Waits for a server");
  await expect(article(page, "Waits for a server").getByText("Sends when you are back")).toBeVisible();
  await (await compose(page)).fill("A half-written secret");
  await page.keyboard.press("Escape");

  await settings.bringToFront();
  await settings.getByRole("button", { name: "Sign out", exact: true }).click();
  const question = settings.getByRole("dialog", { name: "Not sent yet" });
  await expect(question).toContainText("1 bark waits, and 1 draft is on this device alone.");
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(question).toBeHidden();
  expect(await onDevice(settings)).toContain("A half-written secret");

  await settings.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(question).toBeVisible();
  server.away(false);
  await question.getByRole("button", { name: "Send, then sign out" }).click();
  await settings.waitForURL((url) => url.pathname === "/");
  expect(await barksOf(person)).toEqual(["Waits for a server"]);
  await expect.poll(() => new URL(page.url()).pathname).toBe("/sign-in");
  await expect
    .poll(async () => {
      const left = await onDevice(settings);
      return ["secret", "Waits for", person.id, person.handle, "place:"].filter((word) => left.includes(word));
    })
    .toEqual([]);
  await context.close();
  await server.stop();
});

test("discarding unsent barks at sign-out removes them from the device without sending them", async ({ browser }) => {
  const server = await answering();
  const person = await signUp();
  const context = await browser.newContext({ baseURL: server.url });
  await signInAt(context, server.url, person);
  const page = await context.newPage();
  await read(page, "/home");
  const settings = await context.newPage();
  await open(settings, "/settings");
  await page.bringToFront();
  await compose(page);
  await page.keyboard.press("Escape");
  await context.setOffline(true);
  await write(page, "Better left unsaid");
  await expect(article(page, "Better left unsaid").getByText("Sends when you are back")).toBeVisible();
  await page.close();
  await settings.getByRole("button", { name: "Sign out", exact: true }).click();
  const question = settings.getByRole("dialog", { name: "Not sent yet" });
  await expect(question).toContainText("1 bark waits.");
  // Without a connection nobody is signed out, and nothing is cleared.
  await question.getByRole("button", { name: "Discard and sign out" }).click();
  await expect(settings.getByText("you are still signed in")).toBeVisible();
  expect(await onDevice(settings)).toContain("Better left unsaid");
  await context.close();
  await server.stop();
});

test("a device clears one person's data when another person signs in", async ({ browser }) => {
  const [first, second] = [await signUp(), await signUp()];
  const context = await browser.newContext();
  await signIn(context, first);
  const page = await context.newPage();
  await open(page, "/search");
  await page.getByLabel("Search Barker").first().fill("an early otter");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?**");
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain("an early otter");
  await context.clearCookies();
  await signIn(context, second);
  await open(page, "/home");
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("an early otter");
  await context.close();
});
