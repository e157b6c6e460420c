import { expect, open, test } from "@/e2e/support/browser";
import { write } from "@/e2e/support/compose";
import { article } from "@/e2e/support/offline";
import { bark, newHandle, origin, PASSWORD, signUp } from "@/e2e/support/people";

const NAME = "barker.lan";
const { CHROMIUM_PATH } = process.env;
const home = new URL(origin);
home.hostname = NAME;

// As on a home network: by a host name other than localhost, without TLS.
test.use({
  baseURL: home.origin,
  launchOptions: {
    ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
    args: ["--no-sandbox", `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
  },
});

test("signing up, reading, barking and signing in again work over plain HTTP with a network name", async ({ page }) => {
  const handle = newHandle();
  const author = await signUp();
  await open(page, "/join");
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByLabel("Handle", { exact: true }).fill(handle);
  await page.getByLabel("E-mail").fill(`${handle}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Join Barker" }).click();
  await page.waitForURL("**/welcome?**");
  await open(page, "/home");
  await expect(page.getByRole("heading", { name: /to start with/ })).toBeVisible();

  await write(page, "From the kitchen table");
  await expect(article(page, "From the kitchen table").getByRole("group", { name: "Actions" })).toBeVisible();

  // Live events work too.
  await open(page, `/@${author.handle}`);
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Follow / })
    .click();
  await expect(page.getByRole("main").getByRole("button", { name: /^Following / })).toBeVisible();
  await open(page, "/home");
  await expect(async () => {
    await bark(author, "Heard in the kitchen");
    await expect(page.getByRole("button", { name: /new bark/ })).toBeVisible({ timeout: 3_000 });
  }).toPass();

  // Features that require HTTPS are replaced by a message.
  await open(page, "/settings/notifications");
  await expect(page.getByText("Browsers allow this only over https")).toBeVisible();
  await open(page, "/nearby");
  await page.getByRole("button", { name: "Share my square" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "only to pages that are opened over https" })).toBeVisible();

  await open(page, "/settings");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await open(page, "/sign-in");
  await page.getByLabel("Handle or e-mail").fill(handle);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/home");
  await expect(article(page, "From the kitchen table")).toBeVisible();
});
