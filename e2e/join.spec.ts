import { expect, newVisitor, signIn, test } from "@/e2e/support/browser";
import { newHandle, PASSWORD, signUp } from "@/e2e/support/people";

test("sign-up shows errors at their fields and then succeeds", async ({ page }) => {
  const handle = newHandle();
  await page.goto("/");
  await page.getByRole("link", { name: "Join Barker" }).click();
  await page.getByLabel("Handle", { exact: true }).fill("map le");
  await page.getByLabel("E-mail").fill("nonsense");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByLabel("Handle", { exact: true })).toHaveAccessibleDescription(/Try map_le/);
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/name@example\.org/);
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/at least 8/);

  await page.getByLabel("Handle", { exact: true }).fill(handle);
  await page.getByLabel("E-mail").fill(`${handle}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("I will be a good neighbour").check();
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL("**/home");
  await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
});

test("sign-up refuses a taken handle regardless of case", async ({ page }) => {
  const { handle } = await signUp();
  await page.goto("/join");
  await page.getByLabel("Handle", { exact: true }).fill(handle.toUpperCase());
  await page.getByLabel("E-mail").fill(`other_${handle}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("I will be a good neighbour").check();
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByLabel("Handle", { exact: true })).toHaveAccessibleDescription(/Somebody has this handle/);
});

test("signing in leads to the requested page, and signing out ends the session", async ({ page }) => {
  const { handle } = await signUp();
  await page.goto("/settings");
  await page.waitForURL("**/sign-in?next=%2Fsettings");
  await page.getByLabel("Handle or e-mail").fill(handle);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/do not belong together/);

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
  const asked = page.waitForResponse(/\/api\/v1\/markers\?/);
  await page.goto("/home");
  await asked;
  await expect(page).toHaveURL(/\/home$/);
  await first.page.getByRole("button", { name: "Sign out everywhere", exact: true }).click();
  await expect(first.page).toHaveURL(/\/(sign-in)?$/);
  await page.goto("/settings");
  await page.waitForURL("**/sign-in**");
  await first.context.close();
});
