import { z } from "zod";
import { expect, newVisitor, test } from "@/e2e/support/browser";
import { api, bark, follow, origin, signUp } from "@/e2e/support/people";

const App = z.object({ client_id: z.string(), client_secret: z.string() });

test("blocking asks for confirmation, removes the person's barks at once, and can be undone", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser, "/settings");
  const [rude, kind] = [await signUp(), await signUp()];
  for (const other of [rude, kind]) await follow(person, other);
  await bark(rude, "You are all wrong");
  await bark(kind, "Lovely fog today");
  await page.goto("/home");
  const card = page.getByRole("article").filter({ hasText: "You are all wrong" });
  await expect(page.getByRole("article")).toHaveCount(2);
  await card.getByRole("button", { name: /^More about .* bark$/ }).click();
  await page.getByRole("menuitem", { name: `Block @${rude.handle}` }).click();
  const sheet = page.getByRole("dialog", { name: `Block ${rude.handle}?` });
  await sheet.getByRole("button", { name: "Block" }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByText("Lovely fog today")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card).toHaveCount(1);

  await page.goto(`/@${rude.handle}`);
  await page.getByRole("button", { name: `More about ${rude.handle}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Block" }).click();
  await page.getByRole("button", { name: "Block", exact: true }).click();
  await expect(page.getByText(`You blocked ${rude.handle}`)).toBeVisible();
  await page.goto("/settings/blocks");
  await page.getByRole("button", { name: `Unblock ${rude.handle}` }).click();
  await expect(page.getByRole("button", { name: `Block ${rude.handle}` })).toBeVisible();
  await context.close();
});

test("a person can be muted for an hour, and reported with a comment", async ({ browser }) => {
  const other = await signUp();
  const id = await bark(other, "Buy my eels");
  const { page, context } = await newVisitor(browser, `/@${other.handle}/${id}`);
  const menu = async (item: string) => {
    await page
      .getByRole("main")
      .getByRole("button", { name: /^More about .* bark$/ })
      .first()
      .click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await menu(`Mute @${other.handle}`);
  await page.getByLabel("For an hour").check();
  await page.getByRole("button", { name: "Mute", exact: true }).click();
  await expect(page.getByText(`Muted ${other.handle}`)).toBeVisible();
  await menu("Report");
  await page.getByLabel("It is spam or a fake account").check();
  await page.getByLabel("Tell us more, if you like").fill("Eels again");
  await page.getByRole("button", { name: "Send report" }).click();
  await expect(page.getByText("Thank you. The people who run this Barker will read it.")).toBeVisible();
  await page.goto("/settings/mutes");
  await expect(page.getByText(/^Until /)).toBeVisible();
  await page.getByRole("button", { name: `Unmute ${other.handle}` }).click();
  await expect(page.getByRole("button", { name: `Mute ${other.handle}` })).toBeVisible();
  await context.close();
});

test("barks with muted words are collapsed and can be opened", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser, "/settings/words");
  const other = await signUp();
  await follow(person, other);
  await bark(other, "Who stole my turnips");
  await page.getByLabel("Words, phrases or emoji").fill("turnips, swede");
  await page.getByRole("button", { name: "Mute", exact: true }).click();
  await expect(page.getByRole("heading", { name: "turnips, swede" })).toBeVisible();
  await page.goto("/home");
  const card = page.getByRole("article");
  await expect(card.getByText("Filtered: turnips, swede")).toBeVisible();
  await expect(card.getByText("Who stole my turnips")).toHaveCount(0);
  await card.getByRole("button", { name: "Show" }).click();
  await expect(card.getByText("Who stole my turnips")).toBeVisible();
  await page.goto("/settings/words");
  // It is deleted when the time for undoing has passed.
  const deleted = page.waitForResponse((answer) => answer.request().method() === "DELETE" && answer.ok());
  await page.getByRole("button", { name: "Delete turnips, swede" }).click();
  await deleted;
  await page.goto("/home");
  await expect(card.getByText("Who stole my turnips")).toBeVisible();
  await context.close();
});

test("a person who approves followers can accept and refuse follow requests", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser, "/settings");
  const locked = { method: "PATCH", token: person.token, json: { locked: true } };
  await api("/api/v1/accounts/update_credentials", locked);
  const [friend, stranger] = [await signUp(), await signUp()];
  for (const asker of [friend, stranger]) await follow(asker, person);
  await page.goto("/settings/requests");
  await page.getByRole("button", { name: `Accept ${friend.handle}` }).click();
  await expect(page.getByText(`${friend.handle} follows you now`)).toBeVisible();
  await page.getByRole("button", { name: `Decline ${stranger.handle}` }).click();
  await page.goto(`/@${person.handle}/followers`);
  await expect(page.getByText(`@${friend.handle}`)).toBeVisible();
  await expect(page.getByText(`@${stranger.handle}`)).toHaveCount(0);
  await context.close();
});

test("authorising an app includes signing in if necessary", async ({ browser }) => {
  const redirect_uri = `${origin}/offline`;
  const json = { client_name: "Sparrow", redirect_uris: redirect_uri, scopes: "read write" };
  const app = App.parse((await api("/api/v1/apps", { method: "POST", json }))?.body);
  const asked = { response_type: "code", client_id: app.client_id, redirect_uri, scope: "read", state: "s" };
  const { person, page, context } = await newVisitor(browser, `/oauth/authorize?${new URLSearchParams(asked)}`);
  await expect(page.getByRole("heading", { name: "Let Sparrow use your account?" })).toBeVisible();
  await page.getByRole("button", { name: "No", exact: true }).click();
  await page.waitForURL(/error=access_denied/);
  await page.goto(`/oauth/authorize?${new URLSearchParams(asked)}`);
  await page.getByRole("button", { name: "Let it in" }).click();
  await page.waitForURL(/\/offline\?code=/);
  const code = new URL(page.url()).searchParams.get("code");
  const grant = { grant_type: "authorization_code", code, redirect_uri, ...app };
  const token = z
    .object({ access_token: z.string() })
    .parse((await api("/oauth/token", { method: "POST", json: grant }))?.body);
  const me = await api("/api/v1/accounts/verify_credentials", { token: token.access_token });
  expect(me?.body).toMatchObject({ id: person.id });
  await context.close();
});
