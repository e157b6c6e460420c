import { expect, open, test } from "@/e2e/support/browser";
import { article, banner, keptPages, read, reader } from "@/e2e/support/offline";
import { bark } from "@/e2e/support/people";

// Several visits each: machines may be slow.
test.describe.configure({ timeout: 360_000 });

test("Home, alerts, one's profile, the town and barks that were opened are readable offline, from a cold start too", async ({
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
    banner(cold, /Offline\. New barks wait and send themselves\. This page is from \d\d:\d\d\./),
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

test("a bark that was opened by a click is kept like one that was opened by its address", async ({ browser }) => {
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

test("back again, a page of the last visit renews itself", async ({ browser }) => {
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

test("signing out forgets at once what was read, also in another window", async ({ browser }) => {
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

test("settings are never kept", async ({ browser }) => {
  const { page, context } = await reader(browser);
  await open(page, "/settings");
  // What is read is kept in the order in which it was read, and this page comes after the settings.
  const later = await context.newPage();
  await open(later, "/drafts");
  await expect.poll(() => keptPages(later), { timeout: 30_000 }).toContain("/drafts");
  expect(await keptPages(page)).not.toContain("/settings");
  await context.close();
});
