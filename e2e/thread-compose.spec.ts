import { z } from "zod";
import { expect, newVisitor, open, test } from "@/e2e/support/browser";
import { compose } from "@/e2e/support/compose";
import { reader } from "@/e2e/support/offline";
import { api, type ApiPerson } from "@/e2e/support/people";
import type { Page } from "@playwright/test";

const Barks = z.array(z.object({ id: z.string(), text: z.string(), in_reply_to_id: z.string().nullable() }));

/** Somebody's barks, oldest first, each with the text of the bark that it answers. */
async function barks({ id, token }: ApiPerson): Promise<[string, string | undefined][]> {
  const answer = await api(`/api/v1/accounts/${id}/statuses`, { token });
  const all = Barks.parse(answer?.body).toReversed();
  return all.map((bark) => [bark.text, all.find((other) => other.id === bark.in_reply_to_id)?.text]);
}

const WHOLE = [
  ["One", undefined],
  ["Two", "One"],
  ["Three", "Two"],
];

/** Writes a thread of three barks, without sending it. */
async function writeThread(page: Page): Promise<void> {
  await (await compose(page)).fill("One");
  const dialog = page.getByRole("dialog");
  for (const [place, text] of [
    [2, "Two"],
    [3, "Three"],
  ] as const) {
    await dialog.getByRole("button", { name: "Add a bark" }).click();
    const field = dialog.getByRole("textbox", { name: `Bark ${place} of your thread` });
    await expect(field).toBeFocused();
    await field.fill(text);
  }
  await expect(dialog.getByText("3 of 3")).toBeVisible();
}

const send = (page: Page) => page.getByRole("button", { name: "Bark all 3" }).click();
const drafts = (page: Page) => page.getByRole("list", { name: "Drafts" }).getByRole("listitem");

test("a thread is posted in order; what fails in the middle is kept, and sent once later", async ({ browser }) => {
  const { page, person, context } = await newVisitor(browser);
  let refuse = true;
  await page.route("**/api/v1/statuses", async (route) => {
    const { status } = z.object({ status: z.string() }).parse(route.request().postDataJSON());
    if (refuse && status === "Two") return route.fulfill({ status: 422, json: { error: "Not now" } });
    return route.continue();
  });
  await writeThread(page);
  await send(page);
  await expect(page.getByText(/It is in your drafts/)).toBeVisible();
  expect(await barks(person)).toEqual(WHOLE.slice(0, 1));
  await open(page, "/drafts");
  await expect(drafts(page)).toHaveCount(1);
  await expect(drafts(page)).toContainText("Two");
  await expect(drafts(page)).toContainText("and 1 more bark");

  refuse = false;
  await drafts(page).getByRole("button").first().click();
  await page.getByRole("button", { name: "Bark all 2" }).click();
  await expect.poll(() => barks(person)).toEqual(WHOLE);
  await open(page, "/drafts");
  await expect(page.getByText("What you start writing and do not send is kept here.")).toBeVisible();
  await context.close();
});

test("a thread whose page closes in the middle is finished at the next visit, without doubles", async ({ browser }) => {
  const { page, person, context } = await newVisitor(browser);
  // The server takes the second bark, and its answer never arrives.
  await page.route("**/api/v1/statuses", async (route) => {
    const { status } = z.object({ status: z.string() }).parse(route.request().postDataJSON());
    if (status === "Two") await route.fetch();
    else await route.continue();
  });
  await writeThread(page);
  await send(page);
  await expect.poll(() => barks(person)).toEqual(WHOLE.slice(0, 2));
  await page.close();
  const later = await context.newPage();
  await open(later, "/home");
  await expect.poll(() => barks(person)).toEqual(WHOLE);
  await context.close();
});

test("a thread that was written offline waits whole on Home, also after a reload, and is sent in order", async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const { page, context, person } = await reader(browser);
  await context.setOffline(true);
  await writeThread(page);
  await send(page);
  const waiting = page.getByRole("article").filter({ hasText: "Sends when you are back" });
  await expect(waiting).toHaveCount(3);
  await page.reload();
  await expect(waiting).toHaveCount(3);
  await context.setOffline(false);
  await expect.poll(() => barks(person)).toEqual(WHOLE);
  await expect(waiting).toHaveCount(0);
  await context.close();
});
