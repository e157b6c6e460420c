import { Redis } from "ioredis";
import { expect, live, newVisitor, test } from "@/e2e/support/browser";
import { api, bark, follow, signUp } from "@/e2e/support/people";
import { keys } from "@/lib/redis/keys";
import type { Page } from "@playwright/test";

/** Makes a page's live connections closable: Playwright's offline mode keeps open sockets. */
async function cuttable(page: Page) {
  let away = false;
  const cuts: (() => Promise<void>)[] = [];
  await page.routeWebSocket(/./, (socket) => {
    if (away) return void socket.close();
    const server = socket.connectToServer();
    cuts.push(async () => {
      await Promise.all([server.close(), socket.close()]);
    });
  });
  return {
    async cut() {
      away = true;
      await Promise.all(cuts.splice(0).map((one) => one()));
    },
    mend() {
      away = false;
    },
  };
}

test("a gap row marks where barks may be missing, and tapping it loads them", async ({ browser }) => {
  const author = await signUp();
  const { person, page, context } = await newVisitor(browser, "/settings");
  const connection = await cuttable(page);
  await follow(person, author);
  await bark(author, "Before the silence");
  await expect(async () => {
    await page.goto("/home");
    await expect(page.getByRole("article").filter({ hasText: "Before the silence" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await live(page);

  await connection.cut();
  for (let index = 0; index < 3; index++) await bark(author, `Missed ${index}`);
  // What is delivered after the stream was deleted would come without a gap.
  await expect
    .poll(async () => JSON.stringify((await api("/api/v1/timelines/home", { token: person.token }))?.body))
    .toContain("Missed 2");
  // Deletes the person's live stream, as happens when they are away longer than it is kept.
  const redis = new Redis(process.env["REDIS_URL"] ?? "");
  await redis.del(keys.live(person.id));
  redis.disconnect();
  connection.mend();

  await page.getByRole("button", { name: /Some barks are missing here/ }).click();
  for (let index = 0; index < 3; index++) {
    await expect(page.getByRole("article").filter({ hasText: `Missed ${index}` })).toHaveCount(1);
  }
  await expect(page.getByRole("button", { name: /Some barks are missing here/ })).toBeHidden();
  await context.close();
});
