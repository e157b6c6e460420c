import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { alive, expect, newVisitor, open, test } from "@/e2e/support/browser";
import { newHandle, PASSWORD } from "@/e2e/support/people";
import { freePort, startProcess, type Process } from "@/e2e/support/process";

test.describe.configure({ mode: "serial" });

/** A web process of the same town, in which people join by request. */
let web: Process;
test.beforeAll(async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  // A new process is slow at first, which these tests are not about.
  const patience = { BARKER_STORE_SECONDS: "30" };
  const mode = { BARKER_REGISTRATIONS: "request", BARKER_DEMO: "off", BARKER_SMTP_URL: "" };
  web = await startProcess("web", port, { BARKER_ORIGIN: origin, NEXTAUTH_URL: origin, ...patience, ...mode });
});
test.afterAll(() => web.kill());

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

async function fillIn(page: Page, handle: string): Promise<void> {
  await page.getByLabel("Handle", { exact: true }).fill(handle);
  await page.getByLabel("E-mail").fill(`${handle}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
}

test("somebody asks to join with a reason, waits on a calm page, and signing in leads there too", async ({ page }) => {
  const handle = newHandle();
  await page.goto(web.url);
  await page.getByRole("link", { name: "Ask to join" }).click();
  await alive(page);
  await fillIn(page, handle);
  await page.getByLabel("Why would you like to join?").fill("Clocks");
  await accessible(page);
  await page.getByRole("button", { name: "Ask to join" }).click();
  await expect(page.getByLabel("Why would you like to join?")).toHaveAccessibleDescription(/at least 20 characters/);
  await page.getByLabel("Why would you like to join?").fill("I mend the clocks of the mill.");
  await page.getByRole("button", { name: "Ask to join" }).click();
  await page.waitForURL("**/waiting");
  await expect(page.getByRole("heading", { name: "Your request is on its way" })).toBeVisible();
  await expect(page.getByText("This town cannot send e-mail")).toBeVisible();
  await accessible(page);

  await open(page, `${web.url}/sign-in`);
  await page.getByLabel("Handle or e-mail").fill(handle);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/waiting");
  await open(page, `${web.url}/home`);
  await page.waitForURL(/\/(sign-in.*)?$/);
});

test("somebody makes an invitation in Settings, and whoever opens it joins at once and follows them", async ({
  browser,
  page,
}) => {
  const host = await newVisitor(browser, "/settings/invitations");
  await host.page.getByRole("radiogroup", { name: "How many people" }).getByText("One").click();
  await host.page.getByRole("button", { name: "Make an invitation" }).click();
  const link = host.page.getByText(/\/invite\/[\w-]{16}$/);
  await expect(link).toBeVisible();
  await accessible(host.page);
  const [, code = ""] = /\/invite\/([\w-]+)$/.exec((await link.textContent()) ?? "") ?? [];

  const handle = newHandle();
  await open(page, `${web.url}/invite/${code}`);
  await expect(page.getByText(`@${host.person.handle} invites you.`)).toBeVisible();
  await expect(page.getByLabel("Why would you like to join?")).toHaveCount(0);
  await fillIn(page, handle);
  await page.getByRole("button", { name: "Join Barker" }).click();
  await page.waitForURL("**/welcome?**");
  await open(page, `${web.url}/@${host.person.handle}`);
  await expect(page.getByRole("button", { name: /^Following/ })).toBeVisible();

  await host.page.reload();
  await expect(host.page.getByText("1 of 1 person came")).toBeVisible();
  await page.context().clearCookies();
  await open(page, `${web.url}/invite/${code}`);
  await expect(page.getByText("This invitation has ended or was used up.")).toBeVisible();
  await host.context.close();
});

test("who forgot their password is told whom to ask where no mail can be sent", async ({ page }) => {
  await open(page, `${web.url}/sign-in`);
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "A new password" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("This town cannot send e-mail.");
  await page.getByRole("link", { name: "Back to signing in" }).click();
  await expect(page.getByLabel("Handle or e-mail")).toBeVisible();
});

test("where nobody can join, the start page and the form say so", async ({ page }) => {
  await web.stop();
  await web.start({ BARKER_REGISTRATIONS: "closed" });
  await open(page, web.url);
  await expect(page.getByText("This town takes no new people at the moment.").filter({ visible: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Join Barker" })).toHaveCount(0);
  await open(page, `${web.url}/join`);
  await expect(page.getByText("This town takes no new people at the moment.")).toBeVisible();
  await accessible(page);
});
