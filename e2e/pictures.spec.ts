import sharp from "sharp";
import { expect, newVisitor, stored, test } from "@/e2e/support/browser";

/** A distinguishable picture: stripes of one colour. */
async function photo(colour: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="${colour}"/><circle cx="400" cy="300" r="180" fill="#fff"/></svg>`;
  return { name: `${colour}.png`, mimeType: "image/png", buffer: await sharp(Buffer.from(svg)).png().toBuffer() };
}

test("pictures can be attached, described, posted and viewed one by one", async ({ browser }) => {
  const { page, context } = await newVisitor(browser);
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    await page.keyboard.press("n");
    await expect(dialog.getByLabel("What is going on in town?")).toBeFocused({ timeout: 500 });
  }).toPass();
  const choosing = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Add pictures" }).click();
  await (await choosing).setFiles([await photo("teal"), await photo("tomato")]);
  await expect(dialog.getByRole("list", { name: "Pictures" }).getByRole("listitem")).toHaveCount(2);
  await dialog.getByRole("button", { name: "Describe picture 1" }).click();
  const sheet = page.getByRole("dialog", { name: "Describe your picture" });
  await sheet.getByRole("textbox").fill("A white moon on teal");
  await sheet.getByRole("button", { name: "Done" }).click();
  await dialog.getByLabel("What is going on in town?").fill("Two moons");
  await dialog.getByRole("button", { name: "Bark", exact: true }).click();
  // One of the two has no description, so the reminder appears once.
  await stored(page, /\/statuses$/, () => page.getByRole("button", { name: "Bark anyway" }).click());

  const moons = page.getByRole("article").filter({ hasText: "Two moons" });
  await expect(moons.getByRole("img", { name: "A white moon on teal" })).toBeVisible();
  await page.reload();
  // It is on the first screen, so the page asks for it before it is laid out.
  await expect(moons.getByRole("img").first()).toHaveAttribute("loading", "eager");
  await expect(page.locator('link[rel="preload"][as="image"][imagesrcset]').first()).toBeAttached();
  const picture = moons.getByRole("link", { name: /A white moon on teal/ }).first();
  await picture.click();
  const viewer = page.getByRole("dialog");
  await expect(viewer).toContainText("A white moon on teal");
  await page.keyboard.press("ArrowRight");
  await expect(viewer).not.toContainText("A white moon on teal");
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
  // The focus is on the picture that was viewed last.
  await expect(moons.locator("a:focus")).toHaveCount(1);
  await context.close();
});
