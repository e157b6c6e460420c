import { z } from "zod";
import { expect, newVisitor, open, signIn, test } from "@/e2e/support/browser";
import { compose } from "@/e2e/support/compose";
import { barksOf } from "@/e2e/support/offline";
import { api, signUp, type ApiPerson } from "@/e2e/support/people";

const Scheduled = z.array(z.object({ id: z.string(), params: z.object({ text: z.string() }) }));

/** The texts of what somebody has scheduled. */
async function scheduledOf({ token }: ApiPerson): Promise<string[]> {
  const answer = await api("/api/v1/scheduled_statuses", { token });
  return Scheduled.parse(answer?.body).map(({ params }) => params.text);
}

const TOMORROW = () => new Date(Date.now() + 86_400_000).toISOString();

test("a bark is scheduled, not as a thread; when the answer is lost, the next visit schedules it once", async ({
  browser,
}) => {
  const { page, person, context } = await newVisitor(browser);
  // The server takes it, and its answer never arrives.
  await page.route("**/api/v1/statuses", async (route) => void (await route.fetch()));
  await (await compose(page)).fill("Market at nine");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Add a bark" })).toBeEnabled();
  await dialog.getByRole("button", { name: "Choose a time" }).click();
  await expect(dialog.getByLabel("Send at")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Add a bark" })).toBeDisabled();
  await expect(dialog.getByRole("button", { name: "Bark", exact: true })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect.poll(() => scheduledOf(person)).toEqual(["Market at nine"]);
  await page.close();
  const later = await context.newPage();
  await open(later, "/home");
  await expect(later.getByText("Scheduled. You find it beside your drafts.")).toBeVisible();
  expect(await scheduledOf(person)).toEqual(["Market at nine"]);
  expect(await barksOf(person)).toEqual([]);
  await context.close();
});

test("a scheduled bark is opened from the drafts, and deleted only when its author is sure", async ({ browser }) => {
  const { page, person, context } = await newVisitor(browser);
  for (const status of ["Bread at six", "Jam at seven"]) {
    await api("/api/v1/statuses", {
      method: "POST",
      token: person.token,
      json: { status, scheduled_at: TOMORROW() },
    });
  }
  await open(page, "/drafts");
  await page.getByRole("button", { name: "Delete scheduled bark: Jam at seven" }).click();
  const question = page.getByRole("dialog", { name: "Delete this scheduled bark?" });
  await expect(question).toContainText("Jam at seven");
  await question.getByRole("button", { name: "Keep it" }).click();
  expect((await scheduledOf(person)).toSorted()).toEqual(["Bread at six", "Jam at seven"]);
  await page.getByRole("button", { name: "Delete scheduled bark: Jam at seven" }).click();
  await question.getByRole("button", { name: "Delete it" }).click();
  await expect.poll(() => scheduledOf(person)).toEqual(["Bread at six"]);

  await open(page, "/home");
  await compose(page);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Drafts/ })
    .click();
  await page.getByRole("button", { name: "Edit scheduled bark: Bread at six" }).click();
  await expect(page.getByRole("dialog", { name: "Drafts" })).toBeHidden();
  await expect(page.getByRole("dialog").getByLabel("What is going on in town?")).toHaveValue("Bread at six");
  await context.close();
});

test("scheduled barks that cannot be loaded are not taken for none", async ({ browser }) => {
  const context = await browser.newContext();
  await signIn(context, await signUp());
  const page = await context.newPage();
  await page.route("**/api/v1/scheduled_statuses?**", (route) =>
    route.fulfill({ status: 503, json: { error: "The stores are away." } }),
  );
  await open(page, "/drafts");
  await expect(page.getByText("Your scheduled barks could not be loaded. The stores are away.")).toBeVisible();
  await context.close();
});

test("a poll says why it cannot be sent, and refuses a picture beside it", async ({ browser }) => {
  const { page, context } = await newVisitor(browser);
  await (await compose(page)).fill("Tea or coffee?");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Poll", exact: true }).click();
  const why = dialog.getByRole("group", { name: "Poll" }).getByRole("status");
  await expect(why).toHaveText("Fill in all options, or remove the empty ones.");
  await dialog.getByLabel("Option 1").fill("Tea");
  await dialog.getByLabel("Option 2").fill("Tea");
  await expect(why).toHaveText("Two options are the same.");
  await dialog.getByRole("button", { name: "Add pictures" }).click();
  await expect(page.getByText("A bark can have pictures or a poll, not both.")).toBeVisible();
  await dialog.getByLabel("Option 2").fill("Coffee");
  await expect(why).toHaveText("");
  await expect(dialog.getByRole("button", { name: "Bark", exact: true })).toBeEnabled();
  await context.close();
});
