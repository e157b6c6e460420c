import { expect, newVisitor, open, reload, test } from "@/e2e/support/browser";
import { act, api, bark, follow, origin, signUp } from "@/e2e/support/people";
import type { Page } from "@playwright/test";

const cards = (page: Page) => page.getByRole("region", { name: /^People/ }).getByRole("listitem");
const popular = (page: Page) => page.getByRole("feed", { name: "Popular this hour" }).getByRole("article");
const top = (page: Page) => page.getByRole("region", { name: "Popular this hour" }).getByRole("article");

test("a newcomer gets three suggestions of people to follow, each with a reason", async ({ browser }) => {
  test.setTimeout(180_000);
  const [loved, fan, other] = [await signUp(), await signUp(), await signUp()];
  await bark(loved, "A bench in the sun");
  for (const one of [fan, other]) await follow(one, loved);
  const { page, context } = await newVisitor(browser, "/discover");
  await expect(page.getByRole("heading", { name: "People to start with" })).toBeVisible();
  for (const index of [0, 1, 2]) {
    const card = cards(page).nth(index);
    await expect(card).toContainText(/Followed by|followers?|New in town/);
    await card.getByRole("button", { name: /^Follow / }).click();
    await expect(card.getByRole("button", { name: /^(Following|Requested) / })).toBeVisible();
  }
  await context.close();
});

test("a suggestion names the followees who follow the person, and can be dismissed", async ({ browser }) => {
  test.setTimeout(180_000);
  const { person, page, context } = await newVisitor(browser, "/discover");
  const [friend, stranger] = [await signUp(), await signUp()];
  await follow(person, friend);
  await follow(friend, stranger);
  const card = cards(page).filter({ hasText: stranger.handle });
  await expect(async () => {
    await reload(page);
    await expect(card).toContainText(`Followed by ${friend.handle}`, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole("heading", { name: "People you may know" })).toBeVisible();
  await card.getByRole("button", { name: `Do not suggest ${stranger.handle}` }).click();
  await expect(page.getByText(`You will not see ${stranger.handle} here again`)).toBeVisible();
  await page.reload();
  await expect(card).toHaveCount(0);
  await context.close();
});

test("a bark with several likes becomes popular, and the list is reordered only on request", async ({ browser }) => {
  test.setTimeout(240_000);
  const author = await signUp();
  const crowd = await Promise.all(Array.from({ length: 6 }, () => signUp()));
  const first = await bark(author, `Twelve loaves and a queue ${author.handle}`);
  const second = await bark(author, `Soup after two ${author.handle}`);
  const love = (id: string, from: number, to: number) =>
    Promise.all(
      crowd
        .slice(from, to)
        .flatMap((one) => [act(one, `/api/v1/statuses/${id}/favourite`), act(one, `/api/v1/statuses/${id}/reblog`)]),
    );
  await love(first, 0, 4);
  await love(second, 0, 3);
  const { page, context } = await newVisitor(browser, "/popular");
  const loaves = popular(page).filter({ hasText: `Twelve loaves and a queue ${author.handle}` });
  const soup = popular(page).filter({ hasText: `Soup after two ${author.handle}` });
  let watched = false;
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => void (watched ||= payload.includes("watch") && payload.includes(second))),
  );
  await expect(async () => {
    watched = false;
    await reload(page);
    await expect(loaves.or(soup)).toHaveCount(2, { timeout: 2_000 });
  }).toPass({ timeout: 90_000 });
  const upper = async () =>
    (await popular(page).allTextContents()).findIndex((text) => text.includes(`Soup after two ${author.handle}`));
  const before = await upper();
  await soup.scrollIntoViewIfNeeded();
  await expect.poll(() => watched, { timeout: 60_000 }).toBe(true);
  await love(second, 3, 6);
  await expect(soup.getByRole("button", { name: /^Like/ })).toContainText("6", { timeout: 30_000 });
  const pill = page.getByRole("button", { name: /moved up$/ });
  await expect(pill).toBeVisible({ timeout: 60_000 });
  expect(await upper()).toBe(before);
  await pill.click();
  await expect(async () => expect(await upper()).toBeLessThan(before)).toPass();
  await context.close();
});

test("popular barks leave out those with muted words", async ({ browser }) => {
  test.setTimeout(180_000);
  const author = await signUp();
  const crowd = await Promise.all(Array.from({ length: 4 }, () => signUp()));
  const id = await bark(author, `Spoilers about turnips ${author.handle}`);
  await Promise.all(crowd.map((one) => act(one, `/api/v1/statuses/${id}/reblog`)));
  const { person, page, context } = await newVisitor(browser, "/popular");
  const turnips = popular(page).filter({ hasText: author.handle });
  await expect(async () => {
    await reload(page);
    await expect(turnips).toHaveCount(1, { timeout: 2_000 });
  }).toPass({ timeout: 90_000 });
  await api("/api/v2/filters", {
    method: "POST",
    token: person.token,
    json: {
      title: "turnips",
      context: ["public"],
      filter_action: "hide",
      keywords_attributes: [{ keyword: author.handle, whole_word: false }],
    },
  });
  await reload(page);
  await expect(turnips).toHaveCount(0);
  await context.close();
});

test("a signed-out visitor sees popular barks, and only the tabs that need no account", async ({ page }) => {
  const author = await signUp();
  const id = await bark(author, "Seen from the street");
  for (let reader = 0; reader < 2; reader++) await act(await signUp(), `/api/v1/statuses/${id}/reblog`);
  await expect(async () => {
    await open(page, `${origin}/discover`);
    await expect(top(page).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  const ways = page.getByRole("navigation", { name: "Ways to discover" });
  await expect(ways.getByRole("link")).toHaveText(["For you", "Trends", "This hour"]);
  await ways.getByRole("link", { name: "This hour" }).click();
  await page.waitForURL("**/popular");
  await expect(popular(page).first()).toBeVisible();
});
