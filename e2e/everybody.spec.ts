import { AxeBuilder } from "@axe-core/playwright";
import { expect, listenTo, newVisitor, open, signIn, stored, test } from "@/e2e/support/browser";
import { atRest, withoutMotion } from "@/e2e/support/motion";
import { act, bark, signUp, type ApiPerson } from "@/e2e/support/people";
import { owner } from "@/e2e/support/town-hall";

const strangers = [
  "/",
  "/join",
  "/sign-in",
  "/town",
  "/@maple",
  "/@maple/followers",
  "/discover",
  "/popular",
  "/search",
  "/search?q=maple",
  "/nobody",
  "/rules",
  "/privacy",
  "/about",
  "/takedown",
  "/waiting",
  "/invite/none",
  "/forgot-password",
  "/new-password",
  "/confirm-email",
  "/unsubscribe",
  "/offline",
];
const settings = [
  "",
  "/profile",
  "/account",
  "/password",
  "/sessions",
  "/privacy",
  "/appearance",
  "/data",
  "/data/bring",
  "/notifications",
  "/messages",
  "/blocks",
  "/mutes",
  "/requests",
  "/words",
  "/invitations",
  "/strikes",
];
/** Pages of the town hall, for the people who run the town. */
const townHall = [
  "",
  "/reports",
  "/reports?show=resolved",
  "/people",
  "/people?show=staff",
  "/appeals",
  "/trends",
  "/held",
  "/settings",
  "/log",
  "/staff",
  "/announcements",
  "/watch",
  "/entry",
  "/mail",
];
const residents = [
  "/home",
  "/town",
  "/discover",
  "/popular",
  "/search?q=maple",
  "/@maple",
  "/@maple/replies",
  "/@maple/pictures",
  "/@maple/following",
  "/alerts",
  "/alerts/requests",
  "/bookmarks",
  "/likes",
  "/lists",
  "/drafts",
  "/messages",
  "/nearby",
  "/circles",
  "/packs/new",
  "/welcome?step=1",
  "/welcome?step=2",
  "/welcome?step=3",
  ...settings.map((page) => `/settings${page}`),
];
/** Below the address of a bark. */
const ofABark = ["", "/history", "/likes", "/reactions"];

/** The sizes of a small phone and of a desktop. */
const VIEWPORTS = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };

let made: Promise<{ person: ApiPerson; address: string }> | undefined;

/** A person who visits all pages, and the address of their bark with a long word. */
function reader() {
  return (made ??= (async () => {
    const person = await signUp();
    const text = "Seed swap at the library steps. https://example.org/a-very-long-address-that-must-not-widen-the-page";
    return { person, address: `/@${person.handle}/${await bark(person, text)}` };
  })());
}

const visits = [
  ...[...strangers, "a bark"].map((path) => ({ path, as: "a stranger" })),
  ...[...residents, ...ofABark.map((list) => `a bark${list}`)].map((path) => ({ path, as: "somebody signed in" })),
  ...[...townHall.map((page) => `/town-hall${page}`), "a report", "a person"].map((path) => ({ path, as: "an owner" })),
];
for (const { path, as } of visits) {
  test(`${path} is accessible in both themes, in forced colours, with large text and from right to left for ${as}`, async ({
    browser,
    isMobile,
  }) => {
    const viewport = isMobile ? VIEWPORTS.phone : VIEWPORTS.desktop;
    const { person, address } = as === "an owner" ? await owner(path) : await reader();
    const context = await browser.newContext({ colorScheme: "light", viewport });
    listenTo(context);
    await context.addInitScript(withoutMotion);
    if (as !== "a stranger") await signIn(context, person);
    const page = await context.newPage();
    await open(page, path.replace(/^a (bark|report|person)/, address));
    await atRest(page);
    // What the bar at the foot happens to cover can be scrolled to.
    await page.evaluate(() =>
      document.querySelectorAll<HTMLElement>("main > .sticky").forEach((bar) => (bar.style.position = "static")),
    );
    // Targets of at least 24 px are a rule of WCAG 2.2, which axe does not apply by itself.
    expect(await faults(new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } }))).toEqual([]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await page.emulateMedia({ colorScheme: "dark" });
    await atRest(page);
    expect(await faults(new AxeBuilder({ page }).withRules("color-contrast")), "in dark").toEqual([]);
    expect(await page.evaluate(tooWide, viewport.width), "scrolls sideways").toBeLessThanOrEqual(0);
    // The browser chooses the colours here, and axe reads the ones that it replaced; so only edges are looked for.
    await page.emulateMedia({ forcedColors: "active" });
    expect(await page.evaluate(edgeless), "without an edge in forced colours").toEqual([]);
    await page.emulateMedia({ forcedColors: "none" });
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    expect(await page.evaluate(tooWide, viewport.width), "scrolls sideways from right to left").toBeLessThanOrEqual(0);
    await page.evaluate(() => {
      document.documentElement.dir = "";
      document.documentElement.style.fontSize = "200%";
    });
    const narrow = isMobile ? 320 : viewport.width;
    await page.setViewportSize({ ...viewport, width: narrow });
    const wide = await page.evaluate(tooWide, narrow);
    // One pixel may come from rounding fractional widths.
    expect(wide, "scrolls sideways at 200 % text").toBeLessThanOrEqual(1);
    await context.close();
  });
}

async function faults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.map(
    ({ id, nodes }) => `${id} ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(" ")}`,
  );
}

/** How many pixels wider than the screen a page is. Not innerWidth, which grows with the content on a phone. */
function tooWide(width: number): number {
  return document.documentElement.scrollWidth - width;
}

test("at 200 % text, icons stay in their boxes and the avatar leaves the Back button free", async ({ browser }) => {
  const { page, context, person } = await newVisitor(browser, "/home");
  for (const path of ["/home", `/@${person.handle}`]) {
    await open(page, path);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await atRest(page);
    expect(await page.evaluate(outsideTheirBoxes), path).toEqual([]);
  }
  const back = page.getByRole("button", { name: "Back" });
  await back.click({ position: { x: 40, y: 40 } });
  await page.waitForURL("**/home");
  await context.close();
});

/** The names of visible links and buttons whose icon or picture is larger than they are. */
function outsideTheirBoxes(): string[] {
  return [...document.querySelectorAll("a, button")].flatMap((box) => {
    const outer = box.getBoundingClientRect();
    if (outer.width === 0) return [];
    const leaves = [...box.querySelectorAll("svg, img")].some((icon) => {
      const inner = icon.getBoundingClientRect();
      if (inner.width === 0) return false;
      return inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1 || inner.left < outer.left - 1;
    });
    return leaves ? [box.getAttribute("aria-label") ?? box.textContent ?? ""] : [];
  });
}

/** Visible buttons, links and labels that only their ground shows, and that have no edge where grounds are replaced. */
function edgeless(): string[] {
  return [...document.querySelectorAll(".rounded-bubble, .rounded-pill[class*=' bg-'], label.rounded-pill")]
    .filter((box) => box.matches("a, button, label") && box.getBoundingClientRect().width > 0)
    .filter((box) => getComputedStyle(box).borderTopWidth === "0px" && !box.matches(".plain"))
    .map((box) => box.outerHTML.slice(0, 200));
}

test("what somebody chose in Appearance applies to every page from its first byte", async ({ browser }) => {
  const { page, context, person } = await newVisitor(browser, "/settings/appearance");
  const id = await bark(person, "Counted");
  await act(person, `/api/v1/statuses/${id}/favourite`);
  await page.getByRole("slider", { name: "Text size" }).press("ArrowRight");
  await page.getByRole("radiogroup", { name: "Contrast" }).getByText("More").click();
  await page.getByRole("radiogroup", { name: "Spacing" }).getByText("Compact").click();
  await page.getByRole("radiogroup", { name: "Theme" }).getByText("Dark").click();
  await page.getByRole("switch", { name: "Hide counts" }).click();
  const html = await (await page.request.get(`/@${person.handle}`)).text();
  const tag = /<html[^>]*>/.exec(html)?.[0];
  for (const choice of ['text="115"', 'theme="dark"', 'contrast="more"', 'spacing="compact"', 'counts="hidden"'])
    expect(tag).toContain(`data-${choice}`);
  await open(page, `/@${person.handle}`);
  const looks = await page.evaluate(() => {
    const { fontSize } = getComputedStyle(document.documentElement);
    const { color } = getComputedStyle(document.body);
    return { fontSize, color };
  });
  expect(looks).toEqual({ fontSize: "18.4px", color: "rgb(255, 255, 255)" });
  const followers = page.getByRole("link", { name: "followers" });
  await expect(followers).toBeVisible();
  expect((await followers.innerText()).trim()).toBe("followers");
  await context.close();
});

test("the app can be used with the keyboard alone", async ({ browser }) => {
  const { page, context, person } = await newVisitor(browser, "/settings");
  await bark(person, "First");
  await bark(person, "Second");
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.waitForURL("**/home");
  await expect(page.getByRole("article")).toHaveCount(2);
  await page.keyboard.press("j");
  await expect(page.getByRole("article").filter({ hasText: "Second" })).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.getByRole("article").filter({ hasText: "First" })).toBeFocused();
  await page.keyboard.press("k");
  await stored(page, /\/bookmark$/, () => page.keyboard.press("b"));
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/@${person.handle}/*`);
  await expect(page.getByRole("article")).toContainText("Second");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole("article").filter({ hasText: "Second" })).toBeFocused();
  await page.keyboard.press("q");
  await expect(page.getByRole("dialog", { name: "Quote" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await page.waitForURL("**/bookmarks");
  await expect(page.getByRole("heading", { name: "Bookmarks", level: 1 })).toBeFocused();
  await expect(page.getByRole("article").filter({ hasText: "Second" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeHidden();
  await context.close();
});

test("a signed-out visitor can read profiles and barks, and deleted ones show a message", async ({ page }) => {
  const person = await signUp();
  const id = await bark(person, "Readable by everybody");
  await page.goto(`/@${person.handle}`);
  await page
    .getByRole("article")
    .filter({ hasText: "Readable by everybody" })
    .getByRole("link", { name: /now|min/ })
    .click();
  await expect(page).toHaveTitle(/Readable by everybody/);
  await page.request.delete(`/api/v1/statuses/${id}`, { headers: { authorization: `Bearer ${person.token}` } });
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: "This bark is gone" })).toBeVisible({ timeout: 500 });
  }).toPass();
});

test("the app can be installed, and shows a message when it is offline", async ({ page, context }) => {
  await page.goto("/town");
  const manifest = await (await page.request.get("/manifest.webmanifest")).json();
  expect(manifest.icons.some((icon: { purpose: string }) => icon.purpose === "maskable")).toBe(true);
  for (const { src } of [...manifest.icons, ...manifest.screenshots]) {
    expect((await page.request.get(src)).status(), src).toBe(200);
  }
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(async () => (await caches.match("/offline")) !== undefined)).toBe(true);
  await context.setOffline(true);
  await page.goto("/home");
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  // It stays offline: a browser cannot always be closed while the page is read again.
});
