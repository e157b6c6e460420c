import { expect, live, newVisitor, test } from "@/e2e/support/browser";
import { api, bark, signUp } from "@/e2e/support/people";
import type { Page } from "@playwright/test";

const rows = (page: Page) => page.getByRole("feed", { name: "Alerts" }).getByRole("article");
const pill = (page: Page) => page.getByRole("button", { name: /new alerts?$/ });
const bell = (page: Page) => page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: /Alerts/ });

test("alerts appear live at the bell, in the title and in the list, and reading them clears all devices", async ({
  browser,
}) => {
  const { person, page, context } = await newVisitor(browser, "/alerts");
  await expect(page.getByText("Nothing yet")).toBeVisible();
  const device = await context.newPage();
  await device.goto("/home");
  await live(device);
  const [one, other] = [await signUp(), await signUp()];
  const id = await bark(person, "Mint in every pot");
  for (const { token } of [one, other]) await api(`/api/v1/statuses/${id}/favourite`, { method: "POST", token });

  await expect(device).toHaveTitle(/^\(1\) Home/);
  await expect(bell(device)).toHaveAccessibleName(/1 unread/);
  await expect(pill(page)).toHaveAccessibleName("1 new alert");
  await expect(rows(page)).toHaveCount(0);
  await pill(page).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(`${other.handle}, ${one.handle} liked your bark`);
  await expect(rows(page)).toContainText("Mint in every pot");
  await expect(device).toHaveTitle(/^Home/);
  await expect(page).toHaveTitle(/^Alerts/);

  const reply = { status: "Name the cat after it", in_reply_to_id: id };
  await api("/api/v1/statuses", { method: "POST", token: one.token, json: reply });
  await pill(page).click();
  const answer = rows(page).first();
  await expect(answer).toContainText("replied");
  await answer.getByRole("button", { name: /^Like/ }).click();
  await expect(answer.getByRole("button", { name: /^Like/ })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: "Replies", exact: true }).click();
  await expect(rows(page)).toHaveCount(1);
  await context.close();
});

test("disabled alert types are not shown, and alerts of strangers wait for acceptance", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser, "/settings/notifications");
  const [stranger, id] = [await signUp(), await bark(person, "Anybody home?")];
  const stored = () => page.waitForResponse((response) => /notifications\/(settings|policy)/.test(response.url()));
  await Promise.all([stored(), page.getByRole("switch", { name: "Likes" }).click()]);
  await Promise.all([stored(), page.getByLabel("People you do not follow").selectOption("Filter")]);
  for (const act of ["favourite", "reblog"]) {
    await api(`/api/v1/statuses/${id}/${act}`, { method: "POST", token: stranger.token });
  }
  await expect(async () => {
    await page.goto("/alerts");
    await expect(page.getByRole("link", { name: /Filtered/ })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole("link", { name: /Filtered/ }).click();
  const accepted = page.waitForResponse((response) => response.url().endsWith("/accept"));
  await page.getByRole("button", { name: `Allow alerts from ${stranger.handle}` }).click();
  await expect(page.getByText("You will get their alerts from now on")).toBeVisible();
  await accepted;
  await page.goto("/alerts");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("rebarked your bark");
  await context.close();
});
