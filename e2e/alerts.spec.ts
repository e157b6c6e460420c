import { expect, newVisitor, test } from "@/e2e/support/browser";
import { act, bark, follow, signUp } from "@/e2e/support/people";

test("alerts are counted live, grouped, and read on all devices when read on one", async ({ browser }) => {
  const { page, person, context } = await newVisitor(browser);
  const device = await context.newPage();
  await device.goto("/home");
  const id = await bark(person, "New kettle");
  const fans = await Promise.all([signUp(), signUp(), signUp()]);
  await page.waitForTimeout(1_500);
  for (const fan of fans) await act(fan, `/api/v1/statuses/${id}/favourite`);
  for (const each of [page, device]) {
    await expect(each.getByRole("link", { name: /unread\s+Alerts/ }).first()).toBeVisible({ timeout: 15_000 });
    await expect(each).toHaveTitle(/^\(\d+\) /);
  }
  await page.goto("/alerts");
  const row = page.getByRole("feed", { name: "Alerts" }).getByRole("article").filter({ hasText: "liked" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("New kettle");
  await expect(device).not.toHaveTitle(/^\(/, { timeout: 15_000 });
  await context.close();
});

test("a reply is answered from the alerts", async ({ browser }) => {
  const [{ page, person, context }, fern] = [await newVisitor(browser), await signUp()];
  await follow(fern, person);
  await bark(fern, `@${person.handle} is the kettle still whistling?`);
  await page.goto("/alerts");
  const row = page.getByRole("article").filter({ hasText: "still whistling" });
  await row.getByRole("button", { name: /^Reply/ }).click();
  const field = page.getByRole("dialog").getByLabel("Your reply");
  await field.fill(`@${fern.handle} day and night`);
  await field.press("Control+Enter");
  await page.goto(`/@${person.handle}/replies`);
  await expect(page.getByText("day and night")).toBeVisible();
  await context.close();
});
