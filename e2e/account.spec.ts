import type { BrowserContext, Page } from "@playwright/test";
import { expect, live, newVisitor, open, signIn, test } from "@/e2e/support/browser";
import { api, newHandle, PASSWORD, signUp } from "@/e2e/support/people";
import { endSessions } from "@/lib/auth/writes";

test("changes of a profile are visible to others", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser, "/settings/profile");
  await page.getByLabel("Name", { exact: true }).fill("Old Oak");
  await page.getByLabel("Bio").fill("Acorns since 1683.\nhttps://oak.example/leaf");
  await page.getByLabel("Label 1", { exact: true }).fill("Height");
  await page.getByLabel("Text 1", { exact: true }).fill("12 m");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").getByText("Profile saved")).toBeVisible();
  await page.getByRole("link", { name: "See my profile" }).click();
  await expect(page.getByRole("heading", { name: "Old Oak" })).toBeVisible();
  await expect(page.getByRole("link", { name: "oak.example/leaf" })).toBeVisible();
  await expect(page.getByRole("definition")).toHaveText("12 m");
  await page.getByRole("link", { name: "Replies" }).click();
  await page.waitForURL(`**/@${person.handle}/replies`);
  await expect(page.getByText("No replies yet")).toBeVisible();
  await page.getByRole("link", { name: "Likes", exact: true }).last().click();
  await expect(page.getByText("Only you can see this list.")).toBeVisible();
  await context.close();
});

test("a changed handle applies at once, and the old address redirects to it", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser, "/settings/account");
  await page.getByLabel("New handle").fill("admin");
  await page.getByRole("button", { name: "Change handle" }).click();
  await expect(page.getByText("This handle is reserved. Please choose another.")).toBeVisible();
  const wanted = newHandle();
  await page.getByLabel("New handle").fill(wanted);
  await page.getByRole("button", { name: "Change handle" }).click();
  await expect(page.getByText(`You are @${wanted}.`)).toBeVisible();
  const answer = await context.request.get(`/@${person.handle}`, { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers()["location"]).toBe(`/@${wanted}`);
  await page.goto(`/@${person.handle}/followers`);
  await expect(page).toHaveURL(new RegExp(`/@${wanted}/followers$`));
  await context.close();
});

test("changing the password ends other sessions and keeps this one", async ({ browser, page }) => {
  const first = await newVisitor(browser, "/settings/password");
  await signIn(page.context(), first.person);
  await open(page, "/home");
  await live(page);
  await first.page.getByLabel("Your password").fill(PASSWORD);
  await first.page.getByLabel("New password").fill("a bench by the river");
  await first.page.getByRole("button", { name: "Change password" }).click();
  await expect(first.page.getByText("Your password is changed")).toBeVisible();
  // Its live connection is notified, and the page goes to the sign-in page by itself.
  await page.waitForURL("**/sign-in**");
  await first.page.goto("/settings/sessions");
  await expect(first.page.getByText("This browser", { exact: true })).toBeVisible();
  await first.context.close();
});

test("a page whose session ended while it was not connected goes to the sign-in page", async ({ browser }) => {
  const person = await signUp();
  // A context of its own, whose console may say that requests were refused.
  const context = await browser.newContext();
  await context.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await signIn(context, person);
  const page = await context.newPage();
  await open(page, "/home");
  await endSessions(person.id);
  await page.waitForURL("**/sign-in**", { timeout: 60_000 });
  await context.close();
});

/** Gives a browser a virtual authenticator and adds a passkey, which requires the password. */
async function addPasskey(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await dialog.getByLabel("Your password").fill("a wrong guess");
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog.getByText("That is not your password.")).toBeVisible();
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Passkey added")).toBeVisible();
}

test("a passkey can be added, used to sign in, and removed", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser, "/settings/password");
  await addPasskey(context, page);
  await page.getByRole("button", { name: /^Rename/ }).click();
  await page.getByLabel("Name of this passkey").fill("My phone");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("My phone")).toBeVisible();

  await open(page, "/settings");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(/\/$/);
  await open(page, "/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL("**/home");
  await page.goto(`/@${person.handle}`);
  await expect(page.getByRole("link", { name: "Edit profile" })).toBeVisible();

  await open(page, "/settings/password");
  await page.getByRole("button", { name: "Remove My phone" }).click();
  await expect(page.getByText("My phone is removed")).toBeVisible();
  await context.close();
});

test("changing the password offers to remove passkeys", async ({ browser }) => {
  const { page, context } = await newVisitor(browser, "/settings/password");
  await addPasskey(context, page);
  await page.goto("/settings/sessions");
  await expect(page.getByText("Your passkey stays and can still sign in.")).toBeVisible();
  await page.getByRole("link", { name: "Password and passkeys" }).last().click();
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByLabel("New password").fill("a heron on the weir");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("these passkeys can still sign in")).toBeVisible();
  await page.getByRole("button", { name: "Remove all passkeys" }).click();
  await expect(page.getByText("All passkeys are removed")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Rename/ })).toHaveCount(0);
  await context.close();
});

test("a deleted account is hidden at once, and signing in restores it", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser, "/settings/data");
  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill("a wrong guess");
  await dialog.getByRole("button", { name: "Delete my account" }).click();
  await expect(dialog.getByText("That is not your password.")).toBeVisible();
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Delete my account" }).click();
  await page.waitForURL(/\/$/);
  expect((await api(`/api/v1/accounts/${person.id}`))?.status).toBe(404);
  await open(page, "/sign-in");
  await page.getByLabel("Handle or e-mail").fill(person.handle);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Welcome back?")).toBeVisible();
  await page.getByRole("button", { name: "Come back" }).click();
  await page.waitForURL("**/home");
  expect((await api(`/api/v1/accounts/${person.id}`))?.status).toBe(200);
  await context.close();
});
