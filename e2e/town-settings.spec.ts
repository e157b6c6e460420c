import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, listenTo, newVisitor, open, reload, signIn, stored, test } from "@/e2e/support/browser";
import { api, newHandle, origin, signUp } from "@/e2e/support/people";
import { IdRow, write } from "@/lib/neo4j";
import { newId } from "@/lib/ids";
import { changeSettings } from "@/lib/settings/writes";
import { employ, TESTS } from "@/testing/staff";

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

/** Somebody asks to join, as if people came in by request. */
async function ask(reason: string): Promise<string> {
  const [handle, id] = [newHandle(), newId()];
  const given = { id, handle, handleKey: handle, lookKey: handle, name: handle, portrait: "fox-3-7", header: "mill-1" };
  const credential = { email: `${handle}@example.org`, emailKey: `${handle}@example.org`, passwordHash: null };
  const more = { locale: "en", at: Date.now(), until: Number.MAX_SAFE_INTEGER, reason, entersWhenConfirmed: false };
  await write("applicants/create", { ...given, ...credential, ...more }, IdRow);
  return handle;
}

test("staff read the requests to join, let one in and decline another", async ({ browser }) => {
  const [first, second] = [await ask("I mend the clocks of the mill."), await ask("Buy watches.")];
  const person = await signUp();
  await employ(person, ["signups"]);
  const context = await browser.newContext();
  listenTo(context);
  await signIn(context, person);
  const page = await context.newPage();
  await open(page, "/town-hall/entry");
  const request = page.getByRole("listitem").filter({ hasText: first });
  await expect(request).toContainText("I mend the clocks of the mill.");
  await expect(request).toContainText("address not confirmed");
  await accessible(page);
  // How people come in is for those who may change settings.
  await expect(page.getByRole("form", { name: "How people come in" })).toHaveCount(0);
  await page.getByRole("button", { name: `Let @${first} in` }).click();
  await expect(page.getByText(`@${first} is in`)).toBeVisible();
  await page.getByRole("button", { name: `Decline @${second}` }).click();
  await expect(page.getByText(`The request of @${second} is declined and deleted`)).toBeVisible();
  await expect(request).toHaveCount(0);
  expect(await api(`/api/v1/accounts/lookup?acct=${first}`)).toMatchObject({ status: 200 });
  expect(await api(`/api/v1/accounts/lookup?acct=${second}`)).toMatchObject({ status: 404 });
  await context.close();
});

test("an owner changes the rules and the pages, and visitors read them at once", async ({ browser, page: visitor }) => {
  const { page, person, context } = await newVisitor(browser, "/home");
  await employ(person, "owner");
  await open(page, "/town-hall/settings");
  await accessible(page);
  const rules = page.getByRole("form", { name: "Rules" });
  const count = await rules.getByRole("listitem").count();
  await rules.getByRole("button", { name: "Add a rule" }).click();
  const added = newHandle();
  await rules.getByLabel(`Rule ${count + 1}`, { exact: true }).fill(`No ${added} on the weir.`);
  await rules.getByRole("button", { name: `Move rule ${count + 1} up` }).click();
  await expect(rules.getByLabel(`Rule ${count}`, { exact: true })).toHaveValue(`No ${added} on the weir.`);
  const save = (form: Locator) =>
    stored(page, /\/town_hall\/settings$/, () => form.getByRole("button", { name: "Save" }).click());
  await save(rules);
  await expect(page.getByRole("status").getByText("Saved", { exact: true })).toBeVisible();
  const pages = page.getByRole("form", { name: "Pages" });
  await pages.getByLabel("Terms of service").fill(`## Being here\n\n- Be here.\n- Read [the rules](/rules), ${added}.`);
  await save(pages);
  await reload(page);
  await expect(pages.getByLabel("Terms of service")).toHaveValue(new RegExp(added));

  await open(visitor, "/rules");
  await expect(visitor.getByText(`No ${added} on the weir.`)).toBeVisible();
  await open(visitor, "/terms");
  await expect(visitor.getByRole("heading", { name: "Being here" })).toBeVisible();
  await expect(visitor.getByRole("listitem")).toHaveCount(2);
  await expect(visitor.getByRole("link", { name: "the rules" })).toHaveAttribute("href", "/rules");
  await accessible(visitor);
  await open(visitor, "/about");
  await expect(visitor.getByRole("link", { name: "Terms of service" })).toBeVisible();
  await context.close();
});

test("nothing that was typed is lost by saving another form or by leaving the page", async ({ browser, isMobile }) => {
  const { page, person, context } = await newVisitor(browser, "/home");
  await employ(person, "owner");
  await open(page, "/town-hall");
  await page.getByRole("link", { name: /^The town/ }).click();
  const basics = page.getByRole("form", { name: "Name and contact" });
  const pages = page.getByRole("form", { name: "Pages" });
  await pages.getByLabel("About").fill("A mill and its weir.");
  await expect(pages.getByText("Not saved yet")).toBeVisible();
  await basics.getByLabel("Handle of who answers").fill("nobodyhere");
  await basics.getByRole("button", { name: "Save" }).click();
  await expect(basics.getByLabel("Handle of who answers")).toHaveAccessibleDescription("Nobody here has this handle.");
  await basics.getByLabel("Handle of who answers").fill(person.handle);
  await basics.getByLabel("Languages").fill("English");
  await basics.getByRole("button", { name: "Save" }).click();
  await expect(basics.getByLabel("Languages")).toHaveAccessibleDescription(/“en” instead of “English”/);
  await basics.getByLabel("Languages").fill("en");
  await basics.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").getByText("Saved", { exact: true })).toBeVisible();
  await expect(basics.getByText("Not saved yet")).toHaveCount(0);
  await expect(pages.getByLabel("About")).toHaveValue("A mill and its weir.");

  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  const ways = [
    () => page.getByRole("button", { name: "Back" }).click(),
    () => page.goBack({ timeout: 2_000 }).catch(() => undefined),
    ...(isMobile ? [] : [() => page.getByRole("link", { name: "Home" }).first().click()]),
  ];
  for (const leave of ways) {
    await leave();
    await question.getByRole("button", { name: "Stay here" }).click();
    await expect(pages.getByLabel("About")).toHaveValue("A mill and its weir.");
  }
  await page.getByRole("button", { name: "Back" }).click();
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page).toHaveURL(/\/town-hall$/);
  await changeSettings(TESTS, { contact_handle: "" });
  await context.close();
});

test("an owner chooses how long things are kept, and the privacy page says so", async ({ browser }) => {
  const { page, person, context } = await newVisitor(browser, "/home");
  await employ(person, "owner");
  await open(page, "/town-hall/settings");
  const form = page.getByRole("form", { name: "How long things are kept" });
  await form.getByLabel("Reports, after they were handled").selectOption("2 years");
  await form.getByLabel("A deleted account, for whoever wants to come back").selectOption("14 days");
  await stored(page, /\/town_hall\/settings$/, () => form.getByRole("button", { name: "Save" }).click());
  try {
    await reload(page);
    await expect(form.getByLabel("Reports, after they were handled")).toHaveValue("730");
    await open(page, "/privacy");
    await expect(page.getByText("its data is deleted after 14 days")).toBeVisible();
    await expect(page.getByText("Reports are deleted 730 days after they were handled.")).toBeVisible();
    await open(page, "/settings/data");
    await expect(page.getByText("You can come back within 14 days")).toBeVisible();
  } finally {
    await changeSettings(TESTS, { report_days: null, deletion_days: 7 });
  }
  await context.close();
});

test("an owner chooses how people come in, and is told what is wrong with a domain", async ({ browser }) => {
  const { page, person, context } = await newVisitor(browser, "/home");
  await employ(person, "owner");
  await open(page, "/town-hall/entry");
  await accessible(page);
  const form = page.getByRole("form", { name: "How people come in" });
  await form.getByLabel(/^By invitation/).check();
  await expect(form.getByLabel("What visitors read when they cannot join by themselves")).toBeVisible();
  await form.getByLabel(/^Open/).check();
  await form.getByLabel("Never these e-mail domains").fill("spam.example\nnowhere");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Never these e-mail domains")).toHaveAccessibleDescription(/has to be a domain/);
  await form.getByLabel("Never these e-mail domains").fill("@spam.example");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").getByText("Saved", { exact: true })).toBeVisible();
  await reload(page);
  await expect(form.getByLabel("Never these e-mail domains")).toHaveValue("spam.example");
  await changeSettings(TESTS, { blocked_domains: [] });
  await context.close();
});

test("an owner reads the mails that the demo keeps, and nobody else learns of the page", async ({ browser }) => {
  const { page, person, context } = await newVisitor(browser, "/home");
  const status = async () => (await page.request.get(`${origin}/town-hall/mail`)).status();
  expect(await status()).toBe(404);
  await employ(person, "owner");
  // Another process did this, and the web process hears of it a moment later.
  await expect.poll(status).toBe(200);
  await open(page, "/town-hall/mail");
  await page.getByRole("button", { name: "Send me a mail" }).click();
  const kept = page.getByRole("listitem").filter({ hasText: `to ${person.handle}@town.example` });
  await expect(kept).toContainText(/A mail from (?!your town)/);
  await accessible(page);
  await context.close();
});

test("an invitation can be shown as a QR code, and printed without the screen around it", async ({ browser }) => {
  const { page, context } = await newVisitor(browser, "/settings/invitations");
  await page.getByRole("radio", { name: "50", exact: true }).check({ force: true });
  await page.getByRole("button", { name: "Make an invitation" }).click();
  await expect(page.getByText("0 of 50 people came")).toBeVisible();
  await page.getByRole("button", { name: /^QR code of / }).click();
  const code = page.getByRole("img", { name: /^QR code of / });
  await expect(code).toBeVisible();
  await accessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(code).toBeVisible();
  await expect(page.getByRole("button", { name: "Print", exact: true })).toBeHidden();
  await context.close();
});

test("the town hall is in the navigation column of a window of 800 pixels", async ({ browser }) => {
  const person = await signUp();
  await employ(person, "owner");
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, isMobile: false });
  listenTo(context);
  await signIn(context, person);
  const page = await context.newPage();
  await open(page, "/home");
  const link = page.getByRole("link", { name: "Town hall" });
  await expect(link).toBeVisible();
  expect(await link.evaluate(({ parentElement: list }) => list && list.scrollHeight - list.clientHeight)).toBe(0);
  await context.close();
});
