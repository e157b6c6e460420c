import { expect, listenTo, open, signIn, test } from "@/e2e/support/browser";
import { write } from "@/e2e/support/compose";
import { article, barksOf, read, reader, signInAt } from "@/e2e/support/offline";
import { bark, follow, signUp } from "@/e2e/support/people";
import { answering } from "@/e2e/support/worker-server";

test.describe.configure({ timeout: 180_000 });

/** Features that a browser may refuse, each with a script that refuses it in the same way. */
const REFUSALS: Record<string, () => void> = {
  "a full storage": () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
  "any storage": () => {
    const refuse = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    Object.defineProperty(globalThis, "localStorage", { get: refuse });
    Object.defineProperty(globalThis, "sessionStorage", { get: refuse });
  },
  "its database": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("blocked", "SecurityError");
    };
  },
  "a service worker": () => {
    // The empty page that a window begins with has none.
    if (typeof ServiceWorkerContainer === "undefined") return;
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("blocked", "SecurityError"));
    ServiceWorkerContainer.prototype.getRegistration = () =>
      Promise.reject(new DOMException("blocked", "SecurityError"));
  },
};

for (const [what, refuse] of Object.entries(REFUSALS)) {
  test(`a browser without ${what} can read Home, keep a draft while the page is open, and bark`, async ({
    browser,
  }) => {
    const person = await signUp();
    await bark(person, "Here before");
    const context = await browser.newContext();
    listenTo(context);
    await context.addInitScript(refuse);
    await signIn(context, person);
    const page = await context.newPage();
    await open(page, "/home");
    await expect(article(page, "Here before")).toBeVisible();

    await page.keyboard.press("n");
    const field = page.getByRole("dialog").getByLabel("What is going on in town?");
    await field.fill("Half a sent");
    await page.keyboard.press("Escape");
    await expect(field).toBeHidden();
    await page.keyboard.press("n");
    await expect(field).toHaveValue("Half a sent");
    await field.fill("");
    await page.keyboard.press("Escape");

    await write(page, `Without ${what}`);
    await expect.poll(() => barksOf(person)).toEqual(["Here before", `Without ${what}`]);
    await article(page, "Here before").getByRole("button", { name: /^Like/ }).click();
    await expect(article(page, "Here before").getByRole("button", { name: /^Like/ })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    for (const path of ["/search", "/alerts", "/drafts", "/settings/notifications", "/nearby"]) {
      await open(page, path);
      await expect(page.getByRole("main").getByRole("heading").first()).toBeAttached();
    }
    await context.close();
  });
}

test("without WebSockets the page polls for new barks and shows a notice", async ({ browser }) => {
  const server = await answering();
  server.withoutSockets();
  const [person, author] = [await signUp(), await signUp()];
  await follow(person, author);
  const context = await browser.newContext({ baseURL: server.url });
  await signInAt(context, server.url, person);
  const page = await context.newPage();
  await open(page, "/home");
  await expect(page.getByRole("status").filter({ hasText: "Not live" })).toBeVisible({ timeout: 30_000 });
  await bark(author, "Brought by asking");
  await expect(page.getByRole("button", { name: "1 new bark" })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "1 new bark" }).click();
  await expect(article(page, "Brought by asking")).toBeVisible();
  await context.close();
  await server.stop();
});

/** Opens a device whose clock is wrong by this many hours. */
const withClock = (hours: number) => {
  const off = hours * 3_600_000;
  const right = Date.now;
  const now = () => right() + off;
  const Wrong = new Proxy(Date, {
    construct: (target, given: unknown[]) => Reflect.construct(target, given.length === 0 ? [now()] : given) as Date,
    get: (target, name) => (name === "now" ? now : (Reflect.get(target, name) as unknown)),
  });
  Object.defineProperty(globalThis, "Date", { value: Wrong });
};

for (const hours of [2, -2]) {
  test(`a device whose clock is ${hours} hours off shows correct ages`, async ({ browser }) => {
    const person = await signUp();
    await bark(person, "Just said");
    const context = await browser.newContext();
    listenTo(context);
    await context.addInitScript(withClock, hours);
    await signIn(context, person);
    const page = await context.newPage();
    await open(page, "/home");
    const age = article(page, "Just said").getByRole("time");
    // The date is made when somebody points at it, of which nothing tells before the page reacts.
    await expect(async () => {
      await page.mouse.move(0, 0);
      await age.hover();
      await expect(age).toHaveAttribute("title", /\d\d:\d\d · \w+day/, { timeout: 1_000 });
    }).toPass({ timeout: 15_000 });
    await expect(age).toHaveText(/^(now|1 min)$/);
    await context.close();
  });
}

test("a device that was offline for a day does not show yesterday's page as current", async ({ browser }) => {
  const { page, context, person } = await reader(browser);
  await bark(person, "Said yesterday");
  await read(page, "/home");
  await expect(article(page, "Said yesterday").getByRole("time")).toHaveText(/^(now|\d min)$/);
  await page.reload({ waitUntil: "networkidle" });
  await context.setOffline(true);
  await context.addInitScript(withClock, 25);
  await page.goto("/home");
  await expect(article(page, "Said yesterday").getByRole("time")).toHaveText("1 d");
  await write(page, "Written a day later");
  await expect(article(page, "Written a day later").getByText("Sends when you are back")).toBeVisible();
  await context.close();
});
