import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the compose dialog by its keyboard shortcut, which works as soon as the page is interactive. */
export async function compose(page: Page): Promise<Locator> {
  const field = page.getByRole("dialog").getByLabel("What is going on in town?");
  await expect(async () => {
    // Not again while the dialog is opening: the letter would be typed into it.
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
