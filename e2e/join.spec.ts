import type { Page } from "@playwright/test";
import { alive, expect, newVisitor, open, signIn, test } from "@/e2e/support/browser";
import { bark, newHandle, PASSWORD, signUp } from "@/e2e/support/people";

test("sign-up shows errors at their fields and then succeeds", async ({ page }) => {
  const handle = newHandle();
  await page.goto("/");
  await page.getByRole("link", { name: "Join Barker" }).click();
  await alive(page);
  await page.getByLabel("Handle", { exact: true }).fill("map le");
  await page.getByLabel("E-mail").fill("nonsense");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Join Barker" }).click();
  await expect(page.getByLabel("Handle", { exact: true })).toHaveAccessibleDescription(/Try map_le/);
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/name@example\.org/);
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/at least 8/);

  await page.getByLabel("Handle", { exact: true }).fill(handle);
  await page.getByLabel("E-mail").fill(`${handle}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  // What was wrong is said no more as soon as it is right, and the handle is looked up while it is typed.
  await expect(page.getByLabel("Handle", { exact: true })).toHaveAccessibleDescription(`@${handle} is free`);
  await expect(page.getByLabel("E-mail")).not.toHaveAttribute("aria-invalid");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/Strong/);
  await page.getByRole("button", { name: "Join Barker" }).click();
  await page.waitForURL("**/welcome?**");
  for (const step of [1, 2]) {
    await expect(page.getByText(`Step ${step} of 3`)).toBeVisible();
    await page.getByRole("link", { name: "Skip", exact: true }).click();
  }
  await page.getByRole("link", { name: "Go to Home" }).click();
  await page.waitForURL("**/home");
  await expect(page.getByRole("heading", { name: /to start with/ })).toBeVisible();
});

test("what a visitor presses before joining is done once they have joined", async ({ page }) => {
  const author = await signUp();
  const id = await bark(author, "Seed swap at the library steps.");
  const handle = newHandle();
  await open(page, `/@${author.handle}/${id}`);
  await page.getByRole("button", { name: /^Like/ }).click();
  const sheet = page.getByRole("dialog", { name: /^Join to like/ });
  await expect(sheet).toBeVisible();
  await sheet.getByRole("link", { name: "Join Barker" }).click();
  await join(page, handle);
  await page.waitForURL("**/welcome?**");
  await expect(page.getByRole("status").filter({ hasText: "You like" })).toBeVisible();
  await open(page, `/@${author.handle}/${id}`);
  await expect(page.getByRole("button", { name: /^Like .*, 1 like$/ })).toHaveAttribute("aria-pressed", "true");
});

test("a visitor follows somebody by signing in, and comes back to their profile", async ({ page }) => {
  const [author, visitor] = [await signUp(), await signUp()];
  await open(page, `/@${author.handle}`);
  await page.getByRole("button", { name: `Follow ${author.handle}` }).click();
  await page
    .getByRole("dialog", { name: /^Join to follow/ })
    .getByRole("link", { name: "Sign in" })
    .click();
  await page.getByLabel("Handle or e-mail").fill(visitor.handle);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`**/@${author.handle}`);
  await expect(page.getByRole("button", { name: /^Following/ })).toBeVisible();
});

test("what a visitor pressed is not done for somebody who signs in by another way in the same window", async ({
  page,
}) => {
  const [author, other] = [await signUp(), await signUp()];
  const id = await bark(author, "Lost: one red mitten.");
  await open(page, `/@${author.handle}/${id}`);
  await page.getByRole("button", { name: /^Like/ }).click();
  await page
    .getByRole("dialog", { name: /^Join to like/ })
    .getByRole("link", { name: "Sign in" })
    .click();
  await expect(page.getByLabel("Handle or e-mail")).toBeVisible();
  await page.goto(`/sign-in?next=/@${author.handle}/${id}`);
  await alive(page);
  await page.getByLabel("Handle or e-mail").fill(other.handle);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`**/@${author.handle}/${id}`);
  await expect(page.getByRole("button", { name: /^Like/ })).toHaveAttribute("aria-pressed", "false");
  // It is dropped when the page is alive.
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("waiting-act"))).toBe(null);
});

test("a new person follows everybody who is offered with one press, and Home fills", async ({ browser }) => {
  const { page, context } = await newVisitor(browser, "/home");
  await expect(page.getByRole("heading", { name: /to start with/ })).toBeVisible();
  const rows = page.getByRole("region", { name: /to start with/ }).getByRole("listitem");
  expect(await rows.count()).toBeGreaterThan(2);
  // Nobody is offered without a reason.
  for (const row of await rows.all()) await expect(row.locator("svg + span")).not.toBeEmpty();
  await page.getByRole("button", { name: /^Follow (these|them)/ }).click();
  await expect(page.getByRole("feed").getByRole("article").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: /to start with/ })).toBeHidden();
  await context.close();
});

test("sign-up refuses a taken handle regardless of case", async ({ page }) => {
  const { handle } = await signUp();
  await page.goto("/join");
  await page.getByLabel("Handle", { exact: true }).fill(handle.toUpperCase());
  await page.getByLabel("E-mail").fill(`other_${handle}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Join Barker" }).click();
  await expect(page.getByLabel("Handle", { exact: true })).toHaveAccessibleDescription(/Somebody has this handle/);
});

test("signing in leads to the requested page, and signing out ends the session", async ({ page }) => {
  const { handle } = await signUp();
  await page.goto("/settings");
  await page.waitForURL("**/sign-in?next=%2Fsettings");
  await page.getByLabel("Handle or e-mail").fill(handle);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/do not match/);

  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/settings");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/home");
  await page.waitForURL("**/sign-in**");
});

test("a visitor can look around as @maple with one button", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Look around as @maple" }).click();
  await page.waitForURL("**/home");
  await expect(page.getByRole("feed").getByRole("article").first()).toBeVisible();
});

test("signing out everywhere ends other browsers' sessions", async ({ browser, page }) => {
  const first = await newVisitor(browser, "/settings/sessions");
  await signIn(page.context(), first.person);
  // The page's request must be answered before its session ends, or the console reports an error.
  const asked = page.waitForResponse(/\/notifications\/unread_count\?/);
  await page.goto("/home");
  await asked;
  await expect(page).toHaveURL(/\/home$/);
  await first.page.getByRole("button", { name: "Sign out everywhere", exact: true }).click();
  await expect(first.page).toHaveURL(/\/(sign-in)?$/);
  await page.goto("/settings");
  await page.waitForURL("**/sign-in**");
  await first.context.close();
});

/** Fills in the form of joining, and sends it. */
async function join(page: Page, handle: string): Promise<void> {
  await page.getByLabel("Handle", { exact: true }).fill(handle);
  await page.getByLabel("E-mail").fill(`${handle}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Join Barker" }).click();
}
