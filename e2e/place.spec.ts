import { z } from "zod";
import { expect, live, newVisitor, open, test } from "@/e2e/support/browser";
import { bark, follow, react, signUp } from "@/e2e/support/people";
import type { Page } from "@playwright/test";

const Place = z.object({ anchor: z.string(), offset: z.number() });

/** The first visible bark below the bar, and the position of its upper edge. */
function topmost(page: Page): Promise<{ id: string; top: number }> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
    const row = rows.find((candidate) => candidate.getBoundingClientRect().bottom > 60);
    return { id: row?.dataset["row"] ?? "", top: row?.getBoundingClientRect().top ?? 0 };
  });
}

/** Whether this device has stored a scroll position that matches the page. */
async function keptPlace(page: Page): Promise<boolean> {
  const { id, top } = await topmost(page);
  const kept = await page.evaluate(async () => {
    // Longer than the page takes to store a scroll position.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const key = Object.keys(localStorage).find((name) => name.startsWith("place:"));
    return key === undefined ? null : (JSON.parse(localStorage.getItem(key) ?? "null") as unknown);
  });
  const place = Place.safeParse(kept);
  return place.success && place.data.anchor === id && Math.abs(place.data.offset - top) < 1;
}

test("Back, reload and a reopened window restore the scroll position exactly", async ({ browser }) => {
  const author = await signUp();
  const texts = Array.from(
    { length: 70 },
    (_, index) => `Walk number ${index} ${"along the river ".repeat(index % 6)}`,
  );
  for (const text of texts) await bark(author, text);
  const { person, page, context } = await newVisitor(browser, "/settings");
  await follow(person, author);
  await expect(async () => {
    await page.goto("/home");
    await expect(page.getByRole("feed").getByRole("article").first()).toBeVisible({ timeout: 1_000 });
  }).toPass();

  // Scrolls repeatedly, each time as far as older barks are loaded.
  await expect(async () => {
    await page.mouse.wheel(0, 600);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(2_500);
  }).toPass({ intervals: [150] });
  // Waits until the stored scroll position is the one on screen and stays so.
  await expect.poll(async () => [await keptPlace(page), await keptPlace(page)]).toEqual([true, true]);
  const before = await topmost(page);
  expect(before.id).not.toBe("");

  const same = async (there: Page) => {
    await expect(async () => {
      const now = await topmost(there);
      expect(now.id).toBe(before.id);
      expect(Math.abs(now.top - before.top)).toBeLessThan(3);
    }).toPass();
  };
  await page.reload();
  await same(page);
  await page.goto("/settings");
  await page.goBack();
  await same(page);
  const other = await context.newPage();
  await page.close();
  await other.goto("/home");
  await same(other);

  // New barks wait and do not move the page.
  await bark(author, "A bark from somewhere else");
  await expect(other.getByRole("button", { name: "1 new bark" })).toBeVisible();
  await same(other);
  await other.getByRole("button", { name: "1 new bark" }).click();
  await expect(other.getByRole("article").filter({ hasText: "A bark from somewhere else" })).toBeInViewport();
  await context.close();
});

test("scrolling a feed to its end shows every bark exactly once", async ({ browser }) => {
  const author = await signUp();
  const texts = Array.from({ length: 45 }, (_, index) => `Tide ${index}.`);
  for (const text of texts) await bark(author, text);
  const { page, context } = await newVisitor(browser, `/@${author.handle}`);
  const seen = new Set<string>();
  const look = async () => {
    for (const text of await page.getByRole("article").locator("p").allInnerTexts()) seen.add(text);
  };
  await expect(async () => {
    // Before scrolling, because rows that leave the screen are removed from the page.
    await look();
    await page.mouse.wheel(0, 500);
    await expect(page.getByText("That is the first bark.")).toBeInViewport({ timeout: 100 });
  }).toPass({ intervals: [50] });
  // The last rows are drawn a moment after the end of the list comes into view.
  await expect(async () => {
    await look();
    expect([...seen].toSorted()).toEqual(texts.toSorted());
  }).toPass({ timeout: 5_000 });
  await context.close();
});

test("a stranger's first reaction leaves every row where it is", async ({ browser }) => {
  const author = await signUp();
  const ids: string[] = [];
  for (let index = 0; index < 6; index++) ids.push(await bark(author, `Jar number ${index}`));
  const { person, page, context } = await newVisitor(browser, "/settings");
  await follow(person, author);
  await expect(async () => {
    await open(page, "/home");
    await expect(page.getByRole("feed").getByRole("article")).toHaveCount(6, { timeout: 1_000 });
  }).toPass();
  await live(page);
  const tops = () =>
    page.evaluate(() => [...document.querySelectorAll("[data-row]")].map((row) => row.getBoundingClientRect().top));
  const before = await tops();
  const stranger = await signUp();
  const first = page.getByRole("article").first();
  await expect(async () => {
    await react(stranger, ids.at(-1) ?? "", "🌱");
    await expect(first.getByRole("button", { name: /^React .*, 1 reaction/ })).toBeVisible({ timeout: 3_000 });
  }).toPass();
  expect(await tops()).toEqual(before);
  await context.close();
});
