import type { Page } from "@playwright/test";
import { expect, newVisitor, open, reload, test } from "@/e2e/support/browser";
import { bark, PASSWORD, reported, signUp } from "@/e2e/support/people";
import { employ } from "@/testing/staff";

const status = (page: Page, words: string) => expect(page.getByRole("status").getByText(words)).toBeVisible();

test("a report goes from a bark's menu to a measure, an appeal and its approval", async ({ browser }) => {
  const about = await newVisitor(browser);
  const barkId = await bark(about.person, "Snail, nobody came to your stall. Pack up.");
  const name = about.person.handle;

  const reporter = await newVisitor(browser, `/@${name}/${barkId}`);
  await reporter.page
    .getByRole("main")
    .getByRole("button", { name: /^More about .* bark$/ })
    .first()
    .click();
  await reporter.page.getByRole("menuitem", { name: "Report" }).click();
  await reporter.page.getByRole("button", { name: "Send report" }).click();
  await expect(reporter.page.getByText("Please choose what is wrong.")).toBeVisible();
  await reporter.page.getByLabel("It breaks a rule of this town").check();
  await reporter.page.getByLabel("Be kind.").check();
  await reporter.page.getByLabel("Tell us more, if you like").fill("The second time this week");
  const sent = reporter.page.waitForResponse((response) => response.url().endsWith("/api/v1/reports"));
  await reporter.page.getByRole("button", { name: "Send report" }).click();
  const { id } = (await (await sent).json()) as { id: string };

  const owner = await newVisitor(browser);
  await employ(owner.person, "owner");
  await open(owner.page, "/town-hall");
  await expect(owner.page.getByRole("link", { name: /^Reports/ })).toContainText("to look at");
  // Wherever they are, they see that something waits.
  await expect(
    owner.page.getByRole("link", { name: /^\d+\+? waiting in the town hall/ }).filter({ visible: true }),
  ).toHaveCount(1);
  await open(owner.page, `/town-hall/reports/${id}`);
  await expect(owner.page.getByText("Snail, nobody came to your stall. Pack up.")).toBeVisible();
  await expect(owner.page.getByText("Unchanged since.")).toBeVisible();
  await expect(owner.page.getByText("The second time this week")).toBeVisible();
  await expect(owner.page.getByText("Breaks a rule", { exact: true })).toBeVisible();
  await expect(owner.page.getByText("Be kind.", { exact: true })).toBeVisible();
  await owner.page.getByRole("button", { name: "Take it" }).click();
  await status(owner.page, "It is yours now");
  await owner.page.getByLabel("Write a note").fill("Asked once before");
  await owner.page.getByRole("button", { name: "Add note" }).click();
  await expect(owner.page.getByRole("listitem").filter({ hasText: "Asked once before" })).toBeVisible();
  await owner.page.getByText("Only followers find them, and get their alerts").click();
  await owner.page.getByLabel(`What ${name} will read`).fill("Be kind to the snail.");
  await owner.page.getByRole("button", { name: `Limit ${name}` }).click();
  await status(owner.page, "Done. They are told.");
  await expect(owner.page.getByText(`@${owner.person.handle} settled it.`)).toBeVisible();

  await open(about.page, "/alerts");
  await about.page.getByRole("link", { name: "Read it" }).click();
  await expect(about.page.getByRole("heading", { name: "Your standing" })).toBeVisible();
  await expect(about.page.getByText("Be kind to the snail.")).toBeVisible();
  await expect(about.page.getByText(reporter.person.handle)).toHaveCount(0);
  await about.page.getByLabel("Your appeal").fill("The snail laughed.");
  await about.page.getByRole("button", { name: "Send appeal" }).click();
  await expect(about.page.getByText("Your appeal waits for an answer.")).toBeVisible();

  await open(owner.page, "/town-hall/appeals");
  const card = owner.page.getByRole("listitem").filter({ hasText: "The snail laughed." });
  await card.getByLabel("Your answer").fill("So it did. Sorry.");
  await card.getByRole("button", { name: `Approve the appeal of ${name}` }).click();
  await expect(card).toHaveCount(0);

  await reload(about.page);
  await expect(about.page.getByText("Your appeal was approved.")).toBeVisible();
  await expect(about.page.getByText("So it did. Sorry.")).toBeVisible();
  await open(owner.page, `/town-hall/log?whom=${about.person.id}`);
  await expect(owner.page.getByText(`${owner.person.handle} limited ${name}`)).toBeVisible();
  await expect(owner.page.getByText(`${owner.person.handle} approved the appeal of ${name}`)).toBeVisible();
  for (const { context } of [about, reporter, owner]) await context.close();
});

test("a suspended person who signs in reads why and appeals, and sees nothing else", async ({ browser, page }) => {
  const [owner, about] = [await newVisitor(browser), await signUp()];
  await employ(owner.person, "owner");
  await reported(owner.person, { account_id: about.id, category: "spam" });
  await open(owner.page, `/town-hall/people?q=${about.handle}`);
  await owner.page.getByRole("link", { name: new RegExp(about.handle) }).click();
  await owner.page.getByText("Signed out, and nothing of theirs is shown").click();
  await owner.page.getByLabel(`What ${about.handle} will read`).fill("Too many acorns.");
  await owner.page.getByRole("button", { name: `Suspend ${about.handle}` }).click();
  await status(owner.page, "Done. They are told.");

  await open(page, "/sign-in");
  await page.getByLabel("Handle or e-mail").fill(about.handle);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You cannot sign in" })).toBeVisible();
  await expect(page.getByText("Too many acorns.")).toBeVisible();
  await page.getByLabel("Your appeal").fill("There was only one.");
  await page.getByRole("button", { name: "Send appeal" }).click();
  await expect(page.getByText("Your appeal waits for an answer.")).toBeVisible();

  await reload(owner.page);
  await owner.page.getByRole("button", { name: "Lift: Suspend" }).click();
  await status(owner.page, "Lifted");
  await owner.context.close();
});

test("an owner gives somebody rights, who finds the town hall then; nobody else does", async ({
  browser,
  isMobile,
}) => {
  const [owner, clerk] = [await newVisitor(browser), await newVisitor(browser)];
  await employ(owner.person, "owner");
  expect((await clerk.page.goto("/town-hall"))?.status()).toBe(404);
  await open(owner.page, "/town-hall/staff");
  await owner.page.getByRole("button", { name: "Somebody new" }).click();
  await owner.page.getByLabel("Handle").fill(clerk.person.handle);
  await owner.page.getByRole("switch", { name: "Reports and appeals" }).check();
  await owner.page.getByRole("button", { name: "Save" }).click();
  const confirmation = owner.page.getByRole("dialog", { name: "Confirm that it is you" });
  await confirmation.getByLabel("Your password").fill(PASSWORD);
  await confirmation.getByRole("button", { name: "Confirm" }).click();
  await status(owner.page, `Saved what @${clerk.person.handle} may do`);
  await open(clerk.page, isMobile ? `/@${clerk.person.handle}` : "/home");
  await clerk.page.getByRole("link", { name: "Town hall" }).first().click();
  await expect(clerk.page.getByRole("link", { name: /^Reports/ })).toBeVisible();
  await expect(clerk.page.getByRole("link", { name: /^Staff/ })).toHaveCount(0);
  await expect(clerk.page.getByRole("heading", { name: "Running the town" })).toHaveCount(0);
  await open(clerk.page, "/town-hall/people");
  await expect(clerk.page.getByRole("heading", { name: "This is not part of your role" })).toBeVisible();
  for (const { context } of [owner, clerk]) await context.close();
});
