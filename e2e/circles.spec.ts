import { expect, newVisitor, open, stored, test } from "@/e2e/support/browser";
import { api, follow, origin, signUp } from "@/e2e/support/people";

test("circles show a friend of a friend and the connection, as a diagram and as a list", async ({ browser }) => {
  test.slow();
  const { person, page, context } = await newVisitor(browser, "/circles");
  await expect(page.getByRole("heading", { name: "Circles begin with you" })).toBeVisible();
  const [friend, second, third] = [await signUp(), await signUp(), await signUp()];
  await follow(person, friend);
  await follow(friend, second);
  await follow(second, third);
  await open(page, `${origin}/circles`);

  const row = page.getByRole("list", { name: "Circle 2" }).getByRole("listitem").filter({ hasText: second.handle });
  await expect(row).toContainText(`Followed by ${friend.handle}`);
  const face = page.getByRole("button", { name: `${third.handle}, circle 3. Through ${second.handle}` });
  await face.click();
  await expect(face).toHaveAttribute("aria-pressed", "true");
  const list = page.getByRole("list", { name: "Circle 3" });
  await expect(list.getByRole("listitem").first()).toContainText(`Through ${second.handle}`);
  await page.getByRole("button", { name: "As a list" }).click();
  await expect(face).toBeHidden();

  await open(page, `${origin}/@${third.handle}`);
  const chain = page.getByRole("navigation", { name: "How you are connected" });
  await expect(chain).toContainText("Circle 3");
  await expect(chain).toContainText(new RegExp(`You.*${friend.handle}.*${second.handle}.*${third.handle}`));
  await context.close();
});

test("a suggested person can be followed or dismissed in place, and dismissing can be undone", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser, "/circles");
  const [friend, kind, loud] = [await signUp(), await signUp(), await signUp()];
  await follow(person, friend);
  for (const other of [kind, loud]) await follow(friend, other);
  await open(page, `${origin}/circles`);
  // On a desktop the side column may show the same people.
  const main = page.getByRole("main");
  const row = (handle: string) => main.getByRole("list", { name: "Circle 2" }).getByText(`@${handle}`);
  await stored(page, /\/follow$/, () => main.getByRole("button", { name: `Follow ${kind.handle}` }).click());
  await expect(main.getByRole("button", { name: `Following ${kind.handle}` })).toBeVisible();

  const dismiss = main.getByRole("button", { name: `Do not show ${loud.handle} here` });
  await dismiss.click();
  await expect(row(loud.handle)).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(loud.handle)).toBeVisible();
  await stored(page, /\/suggestions\//, () => dismiss.click());
  const circle = await api("/api/v1/barker/circles?degree=2", { token: person.token });
  expect(circle?.body).toEqual([]);
  await context.close();
});
