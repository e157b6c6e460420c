import { expect, newVisitor, open, signIn, test } from "@/e2e/support/browser";
import { bark, follow, signUp } from "@/e2e/support/people";
import type { Page } from "@playwright/test";

/** The ids of the rows on screen, and how far each is from the top. */
const rows = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-row]")].map((row) => ({
      id: row.dataset["row"] ?? "",
      top: Math.round(row.getBoundingClientRect().top),
    })),
  );

test("a second device begins where the first one stopped, before its first paint, and moves nothing later", async ({
  browser,
}) => {
  const author = await signUp();
  const { person, page, context } = await newVisitor(browser, "/settings");
  await follow(person, author);
  const ids: string[] = [];
  for (let index = 0; index < 30; index++) ids.push(await bark(author, `Step ${index}`));
  // The first device reads the newest bark; its marker arrives.
  await expect(async () => {
    await open(page, "/home");
    await expect(page.getByRole("feed").getByRole("article").first()).toContainText("Step 29", { timeout: 1_000 });
  }).toPass();
  const marker = () => page.request.get("/api/v1/markers?timeline[]=home").then((answer) => answer.json() as unknown);
  await expect.poll(marker).toMatchObject({ home: { last_read_id: ids.at(-1) } });
  await page.close();
  for (let index = 30; index < 35; index++) ids.push(await bark(author, `Step ${index}`));

  const second = await browser.newContext();
  await signIn(second, person);
  const other = await second.newPage();
  // The page as the server sends it, without any script, is already in place.
  const served = await (await second.request.get("/home")).text();
  const at = (text: string) => served.indexOf(`>${text}<`);
  await expect(async () => {
    expect(at("Step 29")).toBeGreaterThan(0);
    expect(at("Step 34")).toBe(-1);
  }).toPass();
  const scrolls = () => other.evaluate(() => (window as { scrolls?: number }).scrolls ?? 0);
  await other.addInitScript(() => {
    const counted = window as { scrolls?: number };
    addEventListener("scroll", () => (counted.scrolls = (counted.scrolls ?? 0) + 1));
  });
  await open(other, "/home");
  await expect(other.getByRole("button", { name: "5 new barks" })).toBeVisible();
  const before = await rows(other);
  expect(before[0]?.id).toBe(ids[29]);
  // Longer than the page takes to connect, to measure its rows and to tell its own marker.
  await other.waitForTimeout(4_000);
  // Further rows may have been added below.
  expect((await rows(other)).slice(0, before.length)).toEqual(before);
  expect(await scrolls()).toBe(0);
  await expect(other.getByRole("button", { name: "Bark", exact: true })).toBeInViewport();

  // A reload keeps the place, and the pill shows what is above.
  await other.reload();
  await expect(other.getByRole("button", { name: "5 new barks" })).toBeVisible();
  expect((await rows(other))[0]?.id).toBe(ids[29]);
  await other.getByRole("button", { name: "5 new barks" }).click();
  await expect(other.getByRole("feed").getByRole("article").first()).toContainText("Step 34");
  await Promise.all([context.close(), second.close()]);
});
