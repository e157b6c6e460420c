import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, newVisitor, open, reload, test } from "@/e2e/support/browser";
import { PASSWORD } from "@/e2e/support/people";
import { freePort, startProcess } from "@/e2e/support/process";
import { employ } from "@/testing/staff";
import { digitsAt } from "@/testing/two-factor";

const STEP_MS = 30_000;

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

async function confirm(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Confirm" }).click();
}

/** Turns on two-factor sign-in on the page of password and passkeys. @returns the secret and the recovery codes */
async function turnOn(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole("button", { name: "Turn on", exact: true }).click();
  await confirm(page);
  const sheet = page.getByRole("dialog", { name: "Turn on two-factor sign-in" });
  await expect(sheet.getByRole("img", { name: "QR code for an authenticator app" })).toBeVisible();
  await accessible(page);
  const secret = ((await sheet.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await sheet.getByLabel("Six digits that the app shows").fill("12345");
  await sheet.getByRole("button", { name: "Turn it on" }).click();
  await expect(sheet.getByText("This code is not right, or was used already.")).toBeVisible();
  await sheet.getByLabel("Six digits that the app shows").fill(digitsAt(secret, Date.now()));
  await sheet.getByRole("button", { name: "Turn it on" }).click();
  const shown = page.getByRole("dialog", { name: "Your recovery codes" });
  await expect(shown.getByRole("listitem")).toHaveCount(10);
  await accessible(page);
  const codes = (await shown.getByRole("listitem").allTextContents()).map((code) => code.trim());
  const download = page.waitForEvent("download");
  await shown.getByRole("link", { name: "Download" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(codes.filter((code) => !file.includes(code))).toEqual([]);
  await shown.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("You have 10 recovery codes left.")).toBeVisible();
  return { secret, codes };
}

async function startSigningIn(page: Page, handle: string): Promise<void> {
  await open(page, "/sign-in");
  await page.getByLabel("Handle or e-mail").fill(handle);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
}

test("somebody turns on two-factor sign-in, signs in with a code and with a recovery code, and turns it off", async ({
  browser,
  page,
}) => {
  const { person, page: own, context } = await newVisitor(browser, "/settings/password");
  const { secret, codes } = await turnOn(own);
  await reload(own);
  await expect(own.getByText("You have 10 recovery codes left.")).toBeVisible();
  await accessible(own);

  await startSigningIn(page, person.handle);
  const digits = page.getByLabel("Six digits");
  await expect(digits).toBeFocused();
  await expect(digits).toHaveAttribute("autocomplete", "one-time-code");
  await expect(digits).toHaveAttribute("inputmode", "numeric");
  await accessible(page);
  await digits.fill("000 00");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(digits).toHaveAccessibleDescription(/not right, or was used already/);
  // The code of the step after the one with which it was turned on.
  await digits.fill(digitsAt(secret, Date.now() + STEP_MS));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/home");

  await page.context().clearCookies();
  await startSigningIn(page, person.handle);
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(codes[4] ?? "");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/home");
  await page.context().clearCookies();
  await startSigningIn(page, person.handle);
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(codes[4] ?? "");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("Recovery code")).toHaveAccessibleDescription(/was used already/);

  await reload(own);
  await expect(own.getByText("You have 9 recovery codes left.")).toBeVisible();
  await own.getByRole("button", { name: "New recovery codes" }).click();
  const asking = own.getByRole("dialog", { name: "New recovery codes" });
  await asking.getByLabel("Six digits, or a recovery code").fill(codes[5] ?? "");
  await asking.getByRole("button", { name: "Make new ones" }).click();
  const shown = own.getByRole("dialog", { name: "Your recovery codes" });
  const fresh = (await shown.getByRole("listitem").first().textContent())?.trim() ?? "";
  await shown.getByRole("button", { name: "I have kept them" }).click();
  await own.getByRole("button", { name: "Turn off", exact: true }).click();
  const leaving = own.getByRole("dialog", { name: "Turn off two-factor sign-in" });
  await leaving.getByLabel("Six digits, or a recovery code").fill(fresh);
  await leaving.getByRole("button", { name: "Turn it off" }).click();
  await expect(own.getByRole("status").getByText("Two-factor sign-in is off")).toBeVisible();
  await expect(own.getByRole("button", { name: "Turn on", exact: true })).toBeVisible();
  await context.close();
});

test("outside the demo, the owner of a town turns on two-factor sign-in before the town hall opens", async ({
  browser,
}) => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const mode = { BARKER_DEMO: "off", BARKER_SMTP_URL: "", BARKER_STORE_SECONDS: "30" };
  const web = await startProcess("web", port, { BARKER_ORIGIN: origin, NEXTAUTH_URL: origin, ...mode });
  const { person, page, context } = await newVisitor(browser, "/home");
  await employ(person, "owner");
  const [cookie] = await context.cookies();
  if (!cookie) throw new Error("not signed in");
  await context.addCookies([{ name: cookie.name, value: cookie.value, url: origin, httpOnly: true, sameSite: "Lax" }]);
  await open(page, `${origin}/town-hall/staff`);
  await expect(page.getByRole("heading", { name: "Turn on two-factor sign-in first" })).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "Open the settings" }).click();
  await page.waitForURL("**/settings/password");
  await turnOn(page);
  await expect(page.getByText("People who run this town need it, so it stays on.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Turn off", exact: true })).toHaveCount(0);
  await open(page, `${origin}/town-hall/staff`);
  await expect(page.getByRole("switch", { name: "Staff need two-factor sign-in" })).toBeChecked();
  const own = page.getByRole("listitem").filter({ hasText: person.handle });
  await expect(own).toContainText("Owner");
  await expect(own).not.toContainText("No second factor yet");
  await accessible(page);
  await context.close();
  await web.kill();
});
