import { expect, open, test } from "@/e2e/support/browser";
import { article, banner, keptPages, read, reader } from "@/e2e/support/offline";
import { bark } from "@/e2e/support/people";

// Longer than the default, because each test visits several pages.
test.describe.configure({ timeout: 360_000 });

test("Home, alerts, the own profile, Town and opened barks are readable offline, even after a cold start", async ({
  browser,
}) => {
  const { page, context, person } = await reader(browser);
  const id = await bark(person, "Chalk map of the pond");
  const address = `/@${person.handle}/${id}`;
  for (const path of ["/alerts", "/town", `/@${person.handle}`, address, "/home"]) await read(page, path);
  await context.setOffline(true);
  await page.close();

  const cold = await context.newPage();
  await cold.goto("/home");
  await expect(article(cold, "Chalk map of the pond")).toBeVisible();
  await expect(
    banner(cold, /Offline\. New barks wait and will be sent automatically\. This page is from \d\d:\d\d\./),
  ).toBeVisible();
  await cold.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Alerts" }).click();
  await expect(cold.getByRole("heading", { name: "Alerts", exact: true })).toBeVisible();
  await expect(cold).toHaveURL(/\/alerts$/);
  for (const path of ["/town", `/@${person.handle}`, address]) {
    await cold.goto(path);
    await expect(article(cold, "Chalk map of the pond").first()).toBeVisible();
    await expect(banner(cold, /This page is from/)).toBeVisible();
  }
  await cold.goto("/tags/nothing-read-here");
  await expect(cold.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await cold.getByRole("link", { name: /^Home/ }).click();
  await expect(article(cold, "Chalk map of the pond")).toBeVisible();
  await context.close();
});

test("a bark that was opened by a click is cached for offline reading", async ({ browser }) => {
  const { page, context, person } = await reader(browser);
  const id = await bark(person, "Opened by a click");
  await open(page, "/home");
  await article(page, "Opened by a click")
    .getByRole("link", { name: /now|min/ })
    .click();
  await page.waitForURL(`**/${id}`);
  await expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain(`/@${person.handle}/${id}`);
  await page.goBack();
  await context.setOffline(true);
  await article(page, "Opened by a click")
    .getByRole("link", { name: /now|min/ })
    .click();
  await expect(page).toHaveTitle(/Opened by a click/);
  await expect(banner(page, /This page is from/)).toBeVisible();
  await context.close();
});

test("a cached page updates itself when the connection is back", async ({ browser }) => {
  const { page, context, person } = await reader(browser);
  await context.setOffline(true);
  await page.goto("/home");
  await expect(banner(page, /This page is from/)).toBeVisible();
  await bark(person, "From another device meanwhile");
  await context.setOffline(false);
  await expect(article(page, "From another device meanwhile")).toBeVisible();
  await expect(banner(page, /This page is from/)).toBeHidden();
  await context.close();
});

test("signing out clears the offline cache at once, also for another window", async ({ browser }) => {
  const { page, context, person } = await reader(browser);
  const other = await context.newPage();
  await read(other, `/@${person.handle}`);
  expect(await keptPages(page)).toEqual(expect.arrayContaining(["/home", `/@${person.handle}`]));
  await open(page, "/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await expect.poll(() => keptPages(page)).toEqual([]);
  await context.setOffline(true);
  for (const window of [page, other]) {
    await window.goto("/home");
    await expect(window.getByRole("heading", { name: "You are offline" })).toBeVisible();
  }
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("place:")))).toEqual([]);
  await context.close();
});

test("settings pages are never cached", async ({ browser }) => {
  const { page, context } = await reader(browser);
  await open(page, "/settings");
  // Pages are cached in the order of their visits, and this one was visited after the settings.
  const later = await context.newPage();
  await open(later, "/drafts");
  await expect.poll(() => keptPages(later), { timeout: 30_000 }).toContain("/drafts");
  expect(await keptPages(page)).not.toContain("/settings");
  await context.close();
});
