import { expect, open, signIn, test } from "@/e2e/support/browser";
import { hears, openConversation, openMessages, say, twoWriters, writer, writeTo } from "@/e2e/support/messages";
import { origin } from "@/e2e/support/people";
import type { Page } from "@playwright/test";

test.describe.configure({ timeout: 180_000 });

/** The databases of encrypted messages in a browser. */
const databases = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).flatMap(({ name = "" }) => (name.startsWith("messages-") ? [name] : [])),
  );

async function signOut(page: Page): Promise<void> {
  await open(page, `${origin}/settings`);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
}

test("signing out takes the keys out of the browser, and who has written nothing begins anew", async ({ browser }) => {
  const { page, person, context } = await writer(browser);
  expect(await databases(page)).toEqual([`messages-${person.id}`]);
  await signOut(page);
  await page.waitForURL(`${origin}/`);
  await expect.poll(() => databases(page)).toEqual([]);
  await signIn(context, person);
  await openMessages(page);
});

test("who would lose their messages by signing out is asked before", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  await writeTo(otter.page, fern.person);
  await say(otter.page, "Only here");
  await signOut(otter.page);
  const question = otter.page.getByRole("dialog", { name: "Messages would be lost" });
  await expect(question).toContainText("This is your only device for encrypted messages");
  await question.getByRole("button", { name: "Stay" }).click();
  await openMessages(otter.page);
  await openConversation(otter.page, fern.person.handle);
  await hears(otter.page, "Only here");
});

test("two windows use the same keys, and the second goes on when the first is closed", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  await writeTo(otter.page, fern.person);
  await say(otter.page, "From the first window");
  const second = await otter.context.newPage();
  await openMessages(second);
  await openConversation(second, fern.person.handle);
  await hears(second, "From the first window");
  await otter.page.close();
  await say(second, "From the second window");
  await openConversation(fern.page, otter.person.handle);
  await hears(fern.page, "From the second window");
});
