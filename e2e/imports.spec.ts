import { AxeBuilder } from "@axe-core/playwright";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, newVisitor, open, reload, test } from "@/e2e/support/browser";
import { act, follow, signUp } from "@/e2e/support/people";

const csv = (text: string) => ({ name: "following_accounts.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

test("somebody brings their follows: sees what would happen, starts it, reads the report, and undoes it", async ({
  browser,
}) => {
  const [fern, oak] = [await signUp(), await signUp()];
  const { page, context, person } = await newVisitor(browser, "/settings/data");
  await follow(person, oak);
  await page.getByRole("link", { name: /Bring from elsewhere/ }).click();
  await page.waitForURL("**/settings/data/bring");
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText("Please choose a file first.")).toBeVisible();
  const text = `Account address,Show boosts,Notify on new posts,Languages\n${fern.handle},true,false,\n${oak.handle},true,false,\nsomebody@elsewhere.example,true,false,\n`;
  await page.getByLabel("File", { exact: true }).setInputFiles(csv(text));
  await expect(page.getByText("following_accounts.csv")).toBeVisible();
  await page.getByRole("button", { name: "Check the file" }).click();
  const card = page.getByRole("article");
  await expect(card.getByRole("status")).toHaveText("Checked. Nothing has happened yet.");
  await expect(card).toContainText("1 will be added · 1 is there already");
  await card.getByText("1 line cannot be taken").click();
  await expect(card).toContainText("somebody@elsewhere.example");
  await expect(card).toContainText("Not in this town.");
  await accessible(page);

  await card.getByRole("button", { name: "Start" }).click();
  await expect(card.getByRole("status")).toHaveText("Done");
  await expect(card).toContainText("1 added · 1 is there already");
  const downloading = page.waitForEvent("download");
  await card.getByRole("link", { name: "Download the report" }).click();
  const report = await readFile(await (await downloading).path(), "utf8");
  expect(report).toContain("4,,somebody@elsewhere.example,Not in this town.");

  // What is going on is found again after leaving the page.
  await reload(page);
  await expect(card.getByRole("status")).toHaveText("Done");
  await card.getByRole("button", { name: "Undo" }).click();
  await expect(card.getByRole("status")).toHaveText("Undone");
  await expect(card).toContainText("1 is there already · 1 removed");
  await open(page, `/@${person.handle}/following`);
  await expect(page.getByText(`@${oak.handle}`)).toBeVisible();
  await expect(page.getByText(`@${fern.handle}`)).toHaveCount(0);
  await open(page, "/settings/data/bring");
  await card.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("There are no imports yet.")).toBeVisible();
  await context.close();
});

test("a file that is no list is refused with a sentence", async ({ browser }) => {
  const { page, context } = await newVisitor(browser, "/settings/data/bring");
  await page.getByRole("radiogroup", { name: "What is in the file" }).getByText("Blocks").click();
  await expect(page.getByText("Follows between you and people you block end")).toBeVisible();
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "cat.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) });
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText(/This is not a CSV file/)).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
  await context.close();
});

test("somebody takes their lists along as CSV files", async ({ browser }) => {
  const fern = await signUp();
  const { page, context, person } = await newVisitor(browser, "/settings/data");
  await follow(person, fern);
  await act(person, `/api/v1/accounts/${fern.id}/mute`);
  const take = async (name: string) => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name, exact: true }).click();
    const download = await downloading;
    return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
  };
  expect(await take("Follows")).toEqual(["follows.csv", expect.stringContaining(`${fern.handle}@`)]);
  expect(await take("Mutes")).toEqual(["mutes.csv", expect.stringContaining(`${fern.handle}@`)]);
  expect(await take("Blocks")).toEqual(["blocks.csv", ""]);
  await context.close();
});
