import { expect, open, test } from "@/e2e/support/browser";
import { hears, openConversation, openMessages, say, twoWriters, writer, writeTo } from "@/e2e/support/messages";
import { follow, origin } from "@/e2e/support/people";

test("a stranger's first message waits in Requests until it is accepted", async ({ browser }) => {
  const [newt, maple] = await Promise.all([writer(browser), writer(browser)]);
  await writeTo(newt.page, maple.person);
  await say(newt.page, "I found a green mitten");
  await openMessages(maple.page);
  await maple.page.getByRole("link", { name: /1 request/ }).click();
  const card = maple.page.getByRole("article", { name: /^Request from/ });
  await expect(card).toContainText("I found a green mitten");
  await card.getByRole("button", { name: "Accept" }).click();
  await say(maple.page, "It is mine");
  await hears(newt.page, "It is mine");
});

test("a declined request is gone, and its sender is told nothing", async ({ browser }) => {
  const [newt, maple] = await Promise.all([writer(browser), writer(browser)]);
  await writeTo(newt.page, maple.person);
  await say(newt.page, "Buy my mittens");
  await openMessages(maple.page);
  await maple.page.getByRole("link", { name: /1 request/ }).click();
  await maple.page.getByRole("button", { name: "Decline" }).click();
  await expect(maple.page.getByRole("heading", { name: "No requests" })).toBeVisible();
  await expect(newt.page.getByRole("log")).not.toContainText(/declin/i);
});

test("somebody who takes no messages gets none from strangers", async ({ browser }) => {
  const [newt, maple] = await Promise.all([writer(browser), writer(browser)]);
  await open(maple.page, `${origin}/settings/messages`);
  const changed = maple.page.waitForResponse((response) => response.request().method() === "PUT");
  await maple.page.getByRole("radio", { name: /Nobody new/ }).check();
  expect((await changed).ok()).toBe(true);
  await open(newt.page, `${origin}/messages/new?to=${maple.person.id}`);
  await expect(newt.page.getByText("They do not take messages from you.")).toBeVisible();
});

test("a group has a name, takes people in, and lets them go", async ({ browser }) => {
  test.slow();
  const [otter, fern] = await twoWriters(browser);
  const wren = await writer(browser);
  await follow(otter.person, wren.person);
  await follow(wren.person, otter.person);
  const { page } = otter;
  await open(page, `${origin}/messages/new`);
  for (const { handle } of [fern.person, wren.person]) {
    await page.getByRole("searchbox").fill(handle);
    await page.getByRole("button", { name: new RegExp(`@${handle}`) }).click();
  }
  await page.getByRole("textbox", { name: "Name of the group" }).fill("Seed swap");
  await page.getByRole("button", { name: "Write to 2 people" }).click();
  await say(page, "Who has the labels?");
  await openConversation(fern.page, "Seed swap");
  await hears(fern.page, "Who has the labels?");
  await openConversation(wren.page, "Seed swap");
  await hears(wren.page, "Who has the labels?");
  await say(wren.page, "I have");
  await hears(fern.page, "I have");

  await page.getByRole("button", { name: "More about this conversation" }).click();
  await page.getByRole("menuitem", { name: "Name and members" }).click();
  await page.getByRole("button", { name: `Remove ${wren.person.handle}` }).click();
  await expect(page.getByRole("button", { name: `Remove ${wren.person.handle}` })).toHaveCount(0);
  await page.getByRole("textbox", { name: "Name of the group" }).fill("Seeds");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Close" }).click();
  await say(page, "Only two of us now");
  await hears(fern.page, "Only two of us now");
  await expect(
    fern.page.getByRole("heading").or(fern.page.locator("header b")).filter({ hasText: "Seeds" }),
  ).toBeVisible();
  await expect(wren.page.getByText("Only two of us now")).toHaveCount(0);
});
