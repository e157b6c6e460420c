import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Locator, Page } from "@playwright/test";
import { z } from "zod";
import { alive, expect, listenTo, open, signIn, test } from "@/e2e/support/browser";
import { act as like, api, bark, newHandle, origin, PASSWORD, signUp, type ApiPerson } from "@/e2e/support/people";
import { isFull } from "@/testing/full";

/** How somebody who is new reads and writes. */
interface Newcomer {
  who: string;
  context: BrowserContextOptions;
  /** By which link they come. */
  link: "starter pack" | "bark";
  keyboard?: boolean;
  largeText?: boolean;
}

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const DESKTOP = { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false };

const NEWCOMERS: Newcomer[] = [
  { who: "on a phone", context: PHONE, link: "starter pack" },
  { who: "with the keyboard alone", context: DESKTOP, link: "bark", keyboard: true },
  ...(isFull
    ? ([
        { who: "on a desktop", context: DESKTOP, link: "bark" },
        { who: "with 200 % text", context: PHONE, link: "starter pack", largeText: true },
        { who: "with forced colours", context: { ...PHONE, forcedColors: "active" }, link: "bark" },
      ] satisfies Newcomer[])
    : []),
];

const Id = z.object({ id: z.string() });

/** A starter pack of ten people, and a bark of its maker. */
async function town(): Promise<{ maker: ApiPerson; pack: string; address: string }> {
  const [maker, ...members] = await Promise.all(Array.from({ length: 11 }, () => signUp()));
  if (!maker) throw new Error("nobody");
  const json = { name: "Ten neighbours", account_ids: members.map(({ id }) => id) };
  const made = await api("/api/v1/barker/starter_packs", { method: "POST", token: maker.token, json });
  const id = await bark(maker, "Kettle on, window open.");
  return { maker, pack: `/packs/${Id.parse(made?.body).id}`, address: `/@${maker.handle}/${id}` };
}

for (const newcomer of NEWCOMERS) {
  test(`somebody new ${newcomer.who} comes by a ${newcomer.link}, follows ten people and is answered`, async ({
    browser,
  }) => {
    const { maker, pack, address } = await town();
    const context = await browser.newContext(newcomer.context);
    listenTo(context);
    const page = await context.newPage();
    if (newcomer.largeText)
      await page.addInitScript(() => document.documentElement.style.setProperty("font-size", "200%"));
    const handle = newHandle();
    const act = hands(page, newcomer);
    const began = Date.now();

    await open(page, newcomer.link === "bark" ? address : pack);
    await act.press(page.getByRole("button", { name: newcomer.link === "bark" ? /^Like/ : "Follow all" }).first());
    await act.press(page.getByRole("dialog", { name: /^Join to/ }).getByRole("link", { name: "Join Barker" }));
    await page.waitForURL("**/join?**");
    await alive(page);
    await act.fits();
    await act.type(page.getByLabel("Handle", { exact: true }), handle);
    await act.type(page.getByLabel("E-mail"), `${handle}@example.org`);
    await act.type(page.getByLabel("Password", { exact: true }), PASSWORD);
    await expect(page.getByText(`@${handle} is free`)).toBeVisible();
    await act.press(page.getByRole("button", { name: "Join Barker" }));

    await page.waitForURL("**/welcome?**");
    await alive(page);
    await expect(
      page.getByRole("status").filter({ hasText: newcomer.link === "bark" ? "You like" : "You follow 10" }),
    ).toBeVisible();
    await act.fits();
    await act.press(page.getByRole("button", { name: "Next" }));
    await expect(page.getByRole("heading", { name: "Who would you like to hear?" })).toBeVisible();
    await act.fits();
    if (newcomer.link === "bark") await act.press(page.getByRole("button", { name: /^Follow these/ }));
    else await act.press(page.getByRole("link", { name: "Skip", exact: true }));
    await expect(page.getByRole("heading", { name: "Say hello" })).toBeVisible();
    await act.fits();
    await act.press(page.getByRole("button", { name: "Bark", exact: true }));
    await page.waitForURL("**/home");

    const hello = await helloOf(handle);
    expect(hello.following).toBeGreaterThanOrEqual(10);
    const json = { status: `@${handle} Welcome. Bring a mug.`, in_reply_to_id: hello.id };
    await api("/api/v1/statuses", { method: "POST", token: maker.token, json });
    await alive(page);
    await act.press(
      page
        .getByRole("link", { name: /Alerts/ })
        .filter({ visible: true })
        .first(),
    );
    await page.waitForURL("**/alerts");
    await expect(page.getByText("Bring a mug.").first()).toBeVisible();
    await act.fits();
    // A person reads and thinks in between; the pages themselves have to leave the time for it.
    test.info().annotations.push({ type: "seconds", description: String((Date.now() - began) / 1_000) });
    await context.close();
  });
}

/** How a newcomer presses and types, and what must hold on each page. */
function hands(page: Page, { keyboard = false, context }: Newcomer) {
  async function reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs < 150; tabs++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("the keyboard does not reach it");
  }
  return {
    async press(target: Locator): Promise<void> {
      if (!keyboard) return target.click();
      await reach(target);
      await page.keyboard.press("Enter");
    },
    async type(target: Locator, text: string): Promise<void> {
      if (!keyboard) return target.fill(text);
      await reach(target);
      await page.keyboard.type(text);
    },
    /** Nothing scrolls sideways. */
    async fits(): Promise<void> {
      const width = context.viewport?.width ?? 0;
      const over = await page.evaluate((wide) => document.documentElement.scrollWidth - wide, width);
      expect(over, "scrolls sideways").toBeLessThanOrEqual(1);
    },
  };
}

/** The first bark of somebody, and how many people they follow. */
async function helloOf(handle: string): Promise<{ id: string; following: number }> {
  const found = await api(`/api/v1/accounts/lookup?acct=${handle}`);
  const { id, following_count: following } = Id.extend({ following_count: z.number() }).parse(found?.body);
  const barks = await api(`/api/v1/accounts/${id}/statuses`);
  const [hello] = z.array(Id).parse(barks?.body);
  if (!hello) throw new Error(`${origin} has no hello of ${handle}`);
  return { id: hello.id, following };
}

test("somebody who joins to answer writes the answer in the last step, and reload and Back keep their place", async ({
  page,
}) => {
  const { address, maker } = await town();
  const handle = newHandle();
  await open(page, address);
  await page.getByRole("button", { name: /^Reply/ }).click();
  await page
    .getByRole("dialog", { name: /^Join to reply/ })
    .getByRole("link", { name: "Join Barker" })
    .click();
  await page.waitForURL("**/join?**");
  await alive(page);
  await page.getByLabel("Handle", { exact: true }).fill(handle);
  await page.getByLabel("E-mail").fill(`${handle}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Join Barker" }).click();
  await page.waitForURL("**/welcome?**");
  await page.getByRole("link", { name: "Skip", exact: true }).click();
  await expect(page.getByText("Step 2 of 3")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Step 2 of 3")).toBeVisible();
  // The person whose bark it is comes first.
  await expect(page.getByRole("button", { name: new RegExp(maker.handle) })).toContainText("You came from their page");
  await page.getByRole("link", { name: "Skip", exact: true }).click();
  await expect(page.getByText("Step 3 of 3")).toBeVisible();
  await page.goBack();
  await expect(page.getByText("Step 2 of 3")).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("heading", { name: `Answer ${maker.handle}` })).toBeVisible();
  await page.getByLabel("Your answer").fill("On my way, with a mug.");
  const refuse = { status: 422, json: { error: "Not now." } };
  await page.route("**/api/v1/statuses", (route) => route.fulfill(refuse), { times: 1 });
  await page.getByRole("button", { name: "Reply" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "It was not sent. Not now." })).toBeVisible();
  await expect(page.getByLabel("Your answer")).toHaveValue("On my way, with a mug.");
  await page.getByRole("button", { name: "Reply" }).click();
  await page.waitForURL("**/home");
  await open(page, address);
  await expect(page.getByText("On my way, with a mug.")).toBeVisible();
});

test("a starter pack is made, shared, read signed out, changed and deleted", async ({ browser }) => {
  const { maker, pack } = await town();
  const other = await signUp();
  const context = await browser.newContext();
  listenTo(context);
  await signIn(context, maker);
  const page = await context.newPage();
  await open(page, "/lists");
  await page.getByRole("link", { name: "Make a starter pack" }).click();
  await page.getByLabel("Name").fill("Bakers");
  await page.getByLabel("Add people").fill(other.handle);
  await page.getByRole("button", { name: `Add ${other.handle}` }).click();
  await page.getByRole("button", { name: "Make the pack" }).click();
  await expect(page.getByRole("heading", { name: "Bakers" }).first()).toBeVisible();
  const address = page.url();
  await leave(browser, other, address);
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Delete this pack" }).click();
  await page.getByRole("button", { name: "Delete it for good" }).click();
  await page.waitForURL("**/lists");
  await context.close();

  const visitor = await browser.newContext();
  const stranger = await visitor.newPage();
  expect((await stranger.goto(address))?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { name: "This starter pack is not here" })).toBeVisible();
  await open(stranger, pack);
  await expect(stranger.locator('meta[property="og:title"]')).toHaveAttribute("content", "Ten neighbours");
  for (const theme of ["light", "dark"] as const) {
    await stranger.emulateMedia({ colorScheme: theme });
    const { violations } = await new AxeBuilder({ page: stranger }).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  }
  await visitor.close();
});

test("what is missing says what it was, with a way on", async ({ page }) => {
  const person = await signUp();
  for (const [path, title] of [
    ["/a/b/c", "Nobody barks here"],
    ["/no_such_place", "Nobody barks here"],
    ["/@nobody_has_this", "Nobody has this name here"],
    [`/@${person.handle}/12345`, "This bark is not here"],
  ] as const) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Ways on" }).getByRole("link")).toHaveCount(3);
  }
});

test("a visitor sees three barks of the town, and what nobody else has, before joining", async ({ page }) => {
  const authors = await Promise.all([signUp(), signUp(), signUp()]);
  for (const author of authors) {
    const id = await bark(author, `Said in town by ${author.handle}`);
    for (const reader of authors) if (reader !== author) await like(reader, `/api/v1/statuses/${id}/favourite`);
  }
  await expect(async () => {
    await page.goto("/");
    await expect(page.getByRole("region", { name: "Said in town" }).getByRole("listitem")).toHaveCount(3, {
      timeout: 1_000,
    });
  }).toPass();
  for (const name of ["Nearby.", "Circles.", "Honest edits."]) {
    await expect(page.getByText(name, { exact: true }).filter({ visible: true })).toBeVisible();
  }
});

/** Somebody in a pack leaves it: they are asked first. A search that fails says so. */
async function leave(browser: Browser, person: ApiPerson, address: string): Promise<void> {
  const context = await browser.newContext();
  await signIn(context, person);
  const page = await context.newPage();
  await open(page, address);
  const leaveIt = page.getByRole("button", { name: "Take me out of this pack" });
  const question = page.getByRole("dialog", { name: "Leave this pack?" });
  await leaveIt.click();
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(question).toBeHidden();
  await leaveIt.click();
  await question.getByRole("button", { name: "Leave the pack" }).click();
  await expect(leaveIt).toBeHidden();
  await page.route("**/api/v1/accounts/search?**", (route) =>
    route.fulfill({ status: 503, json: { error: "The stores are away." } }),
  );
  await open(page, "/packs/new");
  await page.getByLabel("Add people").fill("somebody");
  await expect(page.getByText("The search failed. The stores are away.")).toBeVisible();
  await context.close();
}
