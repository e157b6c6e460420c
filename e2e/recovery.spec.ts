import { expect, open, test } from "@/e2e/support/browser";
import { origin } from "@/e2e/support/people";

test("who forgot their password is told whom to ask where no mail can be sent", async ({ page }) => {
  await open(page, `${origin}/sign-in`);
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "A new password" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("This town cannot send e-mail.");
  await page.getByRole("link", { name: "Back to signing in" }).click();
  await expect(page.getByLabel("Handle or e-mail")).toBeVisible();
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
