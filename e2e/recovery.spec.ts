import { expect, open, test } from "@/e2e/support/browser";
import { origin, signUp } from "@/e2e/support/people";
import { keptMails } from "@/lib/mail/reads";

test("who forgot their password gets a link by mail, which the demo keeps in its folder", async ({ page }) => {
  const person = await signUp();
  await open(page, `${origin}/sign-in`);
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "A new password" })).toBeVisible();
  await page.getByLabel("Handle or e-mail").fill(person.handle);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  const kept = async () => (await keptMails()).find(({ to }) => to === `${person.handle}@town.example`);
  await expect.poll(kept).toMatchObject({ subject: "A new password for Barker" });
  const [, link = ""] = /(http\S+)/.exec((await kept())?.text ?? "") ?? [];
  await open(page, link);
  await page.getByLabel("Password", { exact: true }).fill("seven quiet herons");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("heading", { name: "Your new password is set" })).toBeVisible();
});

test("a link to a new password that is no good says so, with a way on", async ({ page }) => {
  await open(page, `${origin}/new-password`);
  await expect(page.getByText("This page needs the link from the mail.")).toBeVisible();
  await open(page, `${origin}/new-password#1000000000000000001.zzzzzzzz.${"A".repeat(43)}`);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByText("A password has at least 8 characters.", { exact: true })).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill("seven quiet herons");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "too old" })).toBeVisible();
  await page.getByRole("link", { name: "Ask for a new link" }).click();
  await expect(page.getByRole("heading", { name: "A new password" })).toBeVisible();
});
