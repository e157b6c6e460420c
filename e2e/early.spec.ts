import { alive, expect, listenTo, signIn, test } from "@/e2e/support/browser";
import { api, bark, origin, signUp } from "@/e2e/support/people";

test("what is pressed before the scripts have come is done once, as soon as they are there", async ({ browser }) => {
  const [author, reader] = [await signUp(), await signUp()];
  const id = await bark(author, "Rolls are out early today");
  const context = await browser.newContext();
  listenTo(context);
  await signIn(context, reader);
  const page = await context.newPage();
  let bring = () => {};
  const brought = new Promise<void>((resolve) => (bring = resolve));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await brought;
    await route.continue();
  });
  await page.goto(`${origin}/@${author.handle}/${id}`, { waitUntil: "commit" });
  const like = page.getByRole("button", { name: /^Like/ }).first();
  await like.click();
  // An impatient second press does not take it back.
  await like.click();
  await expect(like).toHaveAttribute("aria-pressed", "false");
  bring();
  await alive(page);
  await expect(like).toHaveAttribute("aria-pressed", "true");
  await expect
    .poll(async () => (await api(`/api/v1/statuses/${id}`, { token: reader.token }))?.body)
    .toMatchObject({ favourited: true });
  await context.close();
});
