import { AxeBuilder } from "@axe-core/playwright";
import { expect, newVisitor, open, test } from "@/e2e/support/browser";
import { api, bark, edit } from "@/e2e/support/people";
import type { Page } from "@playwright/test";

test.describe.configure({ timeout: 180_000 });

const ARABIC_NAME = "زهرة البستان";
const ARABIC = "صباح الخير يا جيران! السوق مفتوح في 10:30 #سوق https://example.org/souk";
const HEBREW = "שלום לכולם, מי בא ל-park היום?";

/** Right-to-left words on the page without an element that sets their direction. */
const undirected = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.nodeValue ?? "";
      if (!parent || parent.closest("script, style") || !/[\u0590-\u06ff]/u.test(text)) continue;
      // Inside a string of the interface, a name is isolated by Unicode marks.
      if (!parent.closest("bdi, [dir]:not(html)") && !/^[^\u0590-\u06ff]*\u2068/u.test(text)) found.push(text);
    }
    for (const field of document.querySelectorAll(
      "textarea, input:not([type]), input[type=text], input[type=search]",
    )) {
      if (!field.closest("[dir]:not(html)")) found.push(`field ${field.getAttribute("aria-label") ?? field.id}`);
    }
    return found;
  });

test("right-to-left texts and names have the right direction everywhere", async ({ browser }) => {
  const { page, context, person } = await newVisitor(browser);
  const { token } = person;
  const note = "بستانية من المدينة\nמגדלת פרחים";
  await api("/api/v1/accounts/update_credentials", {
    method: "PATCH",
    token,
    json: { display_name: ARABIC_NAME, note, fields_attributes: [{ name: "مدينة", value: "القدس" }] },
  });
  const first = await bark(person, ARABIC);
  const noted = { status: HEBREW, spoiler_text: "تنبيه: طعام", in_reply_to_id: first };
  await api("/api/v1/statuses", { method: "POST", token, json: noted });
  await api("/api/v1/statuses", { method: "POST", token, json: { status: "مقتبس", quoted_status_id: first } });
  await edit(person, first, `${ARABIC} وداعا`);
  const at = `/@${person.handle}`;
  for (const path of ["/home", at, `${at}/replies`, `${at}/${first}`, `${at}/${first}/history`, "/search?q=السوق"]) {
    await open(page, path);
    await expect(
      page
        .getByRole("main")
        .getByText(/[\u0590-\u06ff]/u)
        .first(),
    ).toBeVisible();
    expect(await undirected(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

  await open(page, "/home");
  const said = page.getByRole("article").filter({ hasText: "صباح" }).last().locator("p[dir=auto]").first();
  const [align, box] = await said.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const [line] = range.getClientRects();
    const whole = element.getBoundingClientRect();
    return [getComputedStyle(element).direction, Math.abs((line?.right ?? 0) - whole.right)] as const;
  });
  expect(align).toBe("rtl");
  expect(box).toBeLessThan(4);

  await page.keyboard.press("n");
  const field = page.getByRole("dialog").getByLabel("What is going on in town?");
  await field.fill("مرحبا");
  expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  expect(await undirected(page)).toEqual([]);
  await context.close();
});

test("stacked combining marks stay in their card, and a long name leaves room for the handle or hides it", async ({
  browser,
}) => {
  const { page, context, person } = await newVisitor(browser);
  await api("/api/v1/accounts/update_credentials", {
    method: "PATCH",
    token: person.token,
    json: { display_name: "Wolfgang Wilhelm Waldemar Wum" },
  });
  await bark(person, `Z${"\u0300".repeat(60)}algo`);
  for (const width of [320, 390, 700, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await open(page, "/home");
    const card = page.getByRole("article").filter({ hasText: "algo" });
    const room = await card.locator(".who").evaluate((who) => {
      const handle = who.querySelector(".who-handle");
      if (!handle) return null;
      const [line, own] = [who.getBoundingClientRect(), handle.getBoundingClientRect()];
      const letter = document.createElement("span");
      letter.textContent = "@oooooo";
      handle.append(letter);
      const six = letter.getBoundingClientRect().width;
      letter.remove();
      return { dropped: own.top >= line.bottom - 2, shown: own.width >= six };
    });
    expect(room?.dropped || room?.shown, `at ${width} px`).toBe(true);
    expect(await card.evaluate((element) => getComputedStyle(element).overflowY)).toBe("clip");
    expect(await card.locator("p[dir=auto]").evaluate((element) => getComputedStyle(element).overflowY)).toBe("clip");
  }
  await context.close();
});
