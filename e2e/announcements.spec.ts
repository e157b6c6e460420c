import { expect, newVisitor, open, reload, stored, test } from "@/e2e/support/browser";
import { newHandle } from "@/e2e/support/people";
import { employ } from "@/testing/staff";

test("staff announce something, everybody reads it above Home and closes it for good, and staff take it back", async ({
  browser,
}) => {
  const staff = await newVisitor(browser, "/home");
  await employ(staff.person, ["settings"]);
  const reader = await newVisitor(browser, "/home");
  const name = newHandle();
  await open(staff.page, "/town-hall");
  await staff.page.getByRole("link", { name: /^Announcements/ }).click();
  await staff.page.getByLabel("What everybody should know").fill(`The ${name} is closed. See [the rules](/rules).`);
  await staff.page.getByRole("radio", { name: "A day" }).check({ force: true });
  await staff.page.getByRole("button", { name: "Announce" }).click();
  await expect(staff.page.getByRole("status").getByText("Announced")).toBeVisible();
  // Whoever is here hears it at once; the card would move what is being read, so it comes with the next visit.
  await expect(
    reader.page.getByRole("status").getByText(`The town has announced: The ${name} is closed.`),
  ).toBeVisible();
  const row = staff.page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("until");

  await reload(reader.page);
  const card = reader.page.getByRole("region", { name: "Announcement of the town" }).filter({ hasText: name });
  await expect(card.getByRole("link", { name: "the rules" })).toHaveAttribute("href", "/rules");
  await stored(reader.page, /\/dismiss$/, () => card.getByRole("button", { name: "Got it" }).click());
  await expect(card).toHaveCount(0);
  await reload(reader.page);
  await expect(reader.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(card).toHaveCount(0);

  await row.getByRole("button", { name: /^Take back/ }).click();
  await expect(row).toHaveCount(0);
  await staff.context.close();
  await reader.context.close();
});
