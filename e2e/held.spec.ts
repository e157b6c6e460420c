import { compose, write } from "@/e2e/support/compose";
import { expect, live, newVisitor, open, test } from "@/e2e/support/browser";
import { follow, newHandle } from "@/e2e/support/people";
import { article, barksOf } from "@/e2e/support/offline";
import { employ } from "@/testing/staff";
import { removeTownWords } from "@/testing/town-words";

// Nobody else says these.
const [refused, first, second] = [newHandle(), newHandle(), newHandle()];
test.afterAll(() => removeTownWords([refused, first, second]));

test("staff choose words: one is refused, and barks with others wait until staff approve or decline them", async ({
  browser,
}) => {
  const staff = await newVisitor(browser, "/home");
  await employ(staff.person, ["settings", "reports"]);
  await open(staff.page, "/town-hall/settings");
  const form = staff.page.getByRole("form", { name: "Words" });
  for (const [label, added] of [
    ["Not allowed", [refused]],
    ["Read first", [first, second]],
  ] as const) {
    const list = form.getByLabel(label, { exact: true });
    await list.fill([await list.inputValue(), ...added].join("\n"));
  }
  await form.getByRole("button", { name: "Save" }).click();
  await expect(staff.page.getByRole("status").getByText("Saved", { exact: true })).toBeVisible();

  const author = await newVisitor(browser);
  const reader = await newVisitor(browser, "/home");
  await follow(reader.person, author.person);
  await open(reader.page, "/home");
  await live(reader.page);
  await write(author.page, `Buy ${refused}`);
  await expect(author.page.getByText(`It is in your drafts. This town does not allow “${refused}”.`)).toBeVisible();
  await (await compose(author.page)).fill("");
  await author.page.keyboard.press("Escape");

  const waits = author.page.getByText("You find it beside your drafts.");
  await write(author.page, `The ${first} is open`);
  await expect(waits).toBeVisible();
  await expect(article(author.page, first)).toHaveCount(0);
  await expect(waits).toBeHidden();
  await write(author.page, `The ${second} is open`);
  await expect(waits).toBeVisible();
  expect(await barksOf(author.person)).toEqual([]);

  await open(staff.page, "/town-hall");
  await staff.page.getByRole("link", { name: /^Held barks/ }).click();
  const row = (word: string) => staff.page.getByRole("listitem").filter({ hasText: `The ${word} is open` });
  await expect(row(first)).toContainText(`Held for “${first}”`);
  await row(first)
    .getByRole("button", { name: /^Approve/ })
    .click();
  await expect(row(first)).toHaveCount(0);
  await row(second)
    .getByRole("button", { name: /^Decline/ })
    .click();
  await expect(row(second)).toHaveCount(0);
  // It appears to followers as every new bark does.
  await reader.page.getByRole("button", { name: /new bark/ }).click();
  await expect(article(reader.page, `The ${first} is open`)).toBeVisible();

  await open(author.page, "/drafts");
  const draft = author.page.getByRole("listitem").filter({ hasText: `The ${second} is open` });
  await expect(draft).toContainText("The people who run this town read it, and did not publish it.");
  for (const { context } of [staff, author, reader]) await context.close();
});
