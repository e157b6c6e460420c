import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the window in which a bark is written; the key does it as soon as the page is alive. */
export async function compose(page: Page): Promise<Locator> {
  const field = page.getByRole("dialog").getByLabel("What is going on in town?");
  await expect(async () => {
    // Not again while the sheet is on its way: the letter would be written into it.
    if (!(await field.isVisible())) await page.keyboard.press("n");
    await expect(field).toBeFocused({ timeout: 500 });
  }).toPass();
  return field;
}

export async function write(page: Page, text: string): Promise<void> {
  const field = await compose(page);
  await field.fill(text);
  await field.press("Control+Enter");
  await expect(field).toBeHidden();
}
