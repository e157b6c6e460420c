import { AxeBuilder } from "@axe-core/playwright";
import type { CDPSession, Page } from "@playwright/test";
import { z } from "zod";
import { expect, open, test } from "@/e2e/support/browser";
import { api, origin, signUp } from "@/e2e/support/people";
import { photo } from "@/testing/pictures";

const Id = z.object({ id: z.string() });

interface Shown {
  /** The description of each picture, or null. */
  descriptions: (string | null)[];
  sensitive?: boolean;
}

/** Creates a bark with pictures. @returns the address of its page */
async function barkPictures({ descriptions, sensitive = false }: Shown): Promise<string> {
  const { token, handle } = await signUp();
  const ids: string[] = [];
  for (const description of descriptions) {
    const body = new FormData();
    body.set("file", new Blob([new Uint8Array(await photo(1600, 1000, "jpeg"))]), "x.jpg");
    if (description !== null) body.set("description", description);
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${origin}/api/v2/media`, { method: "POST", headers, body });
    ids.push(Id.parse(await answer.json()).id);
  }
  const json = { status: "Look", media_ids: ids, sensitive };
  const answer = await api("/api/v1/statuses", { method: "POST", token, json });
  return `/@${handle}/${Id.parse(answer?.body).id}`;
}

const viewer = (page: Page) => page.getByRole("dialog", { name: /^Pictures by/ });
const box = (page: Page) => page.getByRole("group", { name: /^Pictures by/ });

/** Opens a picture of a page. */
async function openPicture(page: Page, address: string, name: string): Promise<void> {
  await open(page, address);
  await page.getByRole("link", { name }).press("Enter");
  await expect(viewer(page)).toBeVisible();
}

test("pictures reserve their space before they load, and a tag shows their description", async ({ page }) => {
  const address = await barkPictures({ descriptions: ["A boat on the river", null, "A bench"] });
  await page.route(/\/media\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.goto(address, { waitUntil: "domcontentloaded" });
  const before = await box(page).boundingBox();
  expect((before?.width ?? 0) / (before?.height ?? 1)).toBeCloseTo(16 / 9, 1);
  const arrived = () =>
    box(page)
      .locator("img")
      .evaluateAll((all) => all.every((img) => "complete" in img && img.complete));
  await expect.poll(arrived).toBe(true);
  const after = await box(page).boundingBox();
  expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);

  await expect(box(page).getByRole("link")).toHaveCount(3);
  const tags = box(page).getByRole("button", { name: /^ALT/ });
  await expect(tags).toHaveCount(2);
  await expect(async () => {
    await tags.first().click();
    await expect(page.getByRole("dialog").getByText("A boat on the river")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("the picture viewer works by keyboard, is announced, and returns the focus", async ({ page }) => {
  await openPicture(page, await barkPictures({ descriptions: ["A boat", "A bench", null] }), "A boat");
  const image = viewer(page).getByRole("img");
  await expect(viewer(page).getByRole("status")).toHaveText("1 of 3");
  await expect(viewer(page).getByText("A boat")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(viewer(page).getByRole("img", { name: "A bench" })).toBeVisible();
  const { width = 0 } = (await image.boundingBox()) ?? {};
  await page.keyboard.press("+");
  await expect.poll(async () => (await image.boundingBox())?.width).toBeCloseTo(width * 2.5, 0);
  await page.keyboard.press("End");
  await expect(viewer(page).getByText("This picture has no description.")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(viewer(page).getByRole("status")).toHaveText("3 of 3");
  await page.keyboard.press("ArrowLeft");
  const { violations } = await new AxeBuilder({ page }).include("dialog[open]").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(viewer(page)).toBeHidden();
  await expect(page.getByRole("link", { name: "A bench" })).toBeFocused();
});

test("sensitive pictures are not loaded until they are revealed", async ({ page }) => {
  const files: string[] = [];
  page.on("request", (request) => request.url().includes("/media/") && files.push(request.url()));
  await page.goto(await barkPictures({ descriptions: ["A spider", "Another"], sensitive: true }));
  const cover = box(page).getByRole("button", { name: /Sensitive pictures/ });
  await expect(cover).toBeVisible();
  await expect(box(page).getByRole("link")).toHaveCount(0);
  expect(files).toEqual([]);
  await expect(async () => {
    await cover.click();
    await expect(box(page).getByRole("link")).toHaveCount(2, { timeout: 1_000 });
  }).toPass();
  await box(page).getByRole("button", { name: "Cover the pictures" }).click();
  await expect(box(page).getByRole("link")).toHaveCount(0);
});

test("touch gestures page, zoom and close the picture viewer", { tag: "@touch" }, async ({ page }) => {
  await openPicture(page, await barkPictures({ descriptions: ["A boat", "A bench"] }), "A boat");
  const fingers = await page.context().newCDPSession(page);
  const at = (x: number, y: number): Point => ({ x, y });
  const width = async () => (await viewer(page).getByRole("img").boundingBox())?.width ?? 0;
  /** Double-taps until the picture has this width: on a busy machine two taps may be too far apart. */
  const tapTwice = (wide: number) =>
    expect(async () => {
      for (let tap = 0; tap < 2; tap++) await page.touchscreen.tap(195, 400);
      await expect.poll(width, { timeout: 1_500 }).toBeCloseTo(wide, 0);
    }).toPass();

  await drag(fingers, [[at(320, 300), at(60, 310)]]);
  await expect(viewer(page).getByRole("status")).toHaveText("2 of 2");
  await drag(fingers, [[at(60, 300), at(320, 290)]]);
  await expect(viewer(page).getByRole("status")).toHaveText("1 of 2");

  const whole = await width();
  await tapTwice(whole * 2.5);
  await tapTwice(whole);
  await drag(fingers, [
    [at(175, 400), at(95, 400)],
    [at(215, 400), at(295, 400)],
  ]);
  await expect.poll(width).toBeGreaterThan(whole * 3);
  await tapTwice(whole);

  await drag(fingers, [[at(195, 250), at(200, 520)]]);
  await expect(viewer(page)).toBeHidden();
});

interface Point {
  x: number;
  y: number;
}

/** Moves fingers over the screen, each from one point to another. */
async function drag(session: CDPSession, ways: [from: Point, to: Point][]): Promise<void> {
  const at = (part: number) =>
    ways.map(([from, to], id) => ({ id, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }));
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (const part of [0.25, 0.5, 0.75, 1]) {
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(part) });
  }
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}
