import { expect, test } from "@/e2e/support/browser";
import { compose, write } from "@/e2e/support/compose";
import { article, banner, barksOf, read, reader, signInAt } from "@/e2e/support/offline";
import { act, bark, signUp } from "@/e2e/support/people";
import { answering } from "@/e2e/support/worker-server";

// Longer than the default, because each test visits several pages and restarts the server.
test.describe.configure({ timeout: 360_000 });

test("a bark is retried until an unavailable server is back", async ({ browser }) => {
  const server = await answering();
  const person = await signUp();
  const context = await browser.newContext({ baseURL: server.url });
  await signInAt(context, server.url, person);
  const page = await context.newPage();
  for (let visit = 0; visit < 2; visit++) await read(page, "/home");
  await compose(page);
  await page.keyboard.press("Escape");
  server.away(true, 504);
  await write(page, "Into the silence");
  await expect(article(page, "Into the silence").getByText("Sends when you are back")).toBeVisible();
  await expect(banner(page, "Barker cannot be reached. 1 bark waits and will be sent automatically.")).toBeVisible();
  server.away(true);
  await page.goto("/home");
  await expect(article(page, "Into the silence")).toBeVisible();
  server.away(false);
  await expect.poll(() => barksOf(person), { timeout: 60_000 }).toEqual(["Into the silence"]);
  await context.close();
  await server.stop();
});

test("a new service worker takes over while a page is open, which keeps its draft and its scripts", async ({
  browser,
}) => {
  const server = await answering();
  const person = await signUp();
  const context = await browser.newContext({ baseURL: server.url });
  await signInAt(context, server.url, person);
  const page = await context.newPage();
  await read(page, "/home");
  const field = await compose(page);
  await field.fill("In the middle of a");
  const parts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.includes("/_next/static/")),
  );
  await expect
    .poll(() =>
      page.evaluate(async (all) => (await Promise.all(all.map((one) => caches.match(one)))).every(Boolean), parts),
    )
    .toBe(true);
  server.deploy();
  await page.evaluate(async () => {
    const changed = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    await (await navigator.serviceWorker.ready).update();
    await changed;
  });
  await expect(field).toHaveValue("In the middle of a");
  await expect(field).toBeFocused();
  // The server no longer has the old scripts.
  const answers = await page.evaluate((all) => Promise.all(all.map(async (one) => (await fetch(one)).status)), parts);
  expect(new Set(answers)).toEqual(new Set([200]));
  await field.press("Control+Enter");
  await expect.poll(() => barksOf(person)).toEqual(["In the middle of a"]);
  await context.close();
  await server.stop();
});

test("pages work if the browser's storage is broken", async ({ browser }) => {
  const { page, context } = await reader(browser);
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(() => {
    const broken = () => Promise.reject(new Error("no room"));
    Object.assign(caches, { open: broken, match: broken, keys: broken, delete: broken });
  });
  for (const path of ["/town", "/home", "/alerts"]) {
    await page.goto(path);
    await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible();
  }
  await context.close();
});

test("a page that takes too long is shown from the offline cache", async ({ browser }) => {
  const server = await answering();
  const person = await signUp();
  await act(person, `/api/v1/statuses/${await bark(person, "Read before the slow hour")}/favourite`);
  const context = await browser.newContext({ baseURL: server.url });
  await signInAt(context, server.url, person);
  const page = await context.newPage();
  await read(page, "/home");
  server.slow(20_000);
  await page.goto("/home");
  await expect(article(page, "Read before the slow hour")).toBeVisible({ timeout: 10_000 });
  await expect(banner(page, /^This page is from/)).toBeVisible();
  server.slow(0);
  // On a busy machine it may be too slow again.
  await expect(async () => {
    await page.getByRole("button", { name: "Load again" }).click();
    await page.waitForLoadState("load");
    await expect(page.getByRole("button", { name: "Load again" })).toBeHidden({ timeout: 2_000 });
  }).toPass();
  await context.close();
  await server.stop();
});
