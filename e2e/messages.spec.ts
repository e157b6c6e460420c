import sharp from "sharp";
import { expect, open, test } from "@/e2e/support/browser";
import {
  bubble,
  choose,
  hears,
  openConversation,
  openMessages,
  say,
  twoWriters,
  writeTo,
} from "@/e2e/support/messages";
import { bark, origin, signUp } from "@/e2e/support/people";

test("two people write to each other, and reply, react, edit and delete", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  await writeTo(otter.page, fern.person);
  await say(otter.page, "Ten at the library steps?");
  await openConversation(fern.page, otter.person.handle);
  await hears(fern.page, "Ten at the library steps?");

  await choose(fern.page, "Ten at the library steps?", "Reply");
  await say(fern.page, "I carry jars");
  await hears(otter.page, "I carry jars");
  await expect(bubble(otter.page, "I carry jars").getByRole("button", { name: /Ten at the library/ })).toBeVisible();

  await choose(otter.page, "I carry jars", "React");
  await otter.page.getByRole("dialog", { name: "React" }).getByRole("button").first().click();
  await expect(fern.page.getByRole("group", { name: "Reactions" })).toBeVisible();

  await choose(otter.page, "Ten at the library steps?", "Edit");
  await otter.page.getByRole("textbox", { name: "Your message" }).fill("Eleven at the library steps?");
  await otter.page.getByRole("button", { name: "Save" }).click();
  await expect(bubble(fern.page, "Eleven at the library steps?")).toContainText("edited");

  await choose(fern.page, "I carry jars", "Delete");
  await fern.page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await hears(otter.page, "deleted");
  await expect(bubble(otter.page, "I carry jars")).toHaveCount(0);

  // All of it is there again after the page was closed.
  await openMessages(otter.page);
  await openConversation(otter.page, fern.person.handle);
  await hears(otter.page, "Eleven at the library steps?");
});

test("a picture is sent with its description and without the data of its camera", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  await writeTo(otter.page, fern.person);
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: "teal" } })
    .withExif({ IFD0: { Copyright: "made at the pond" } })
    .jpeg()
    .toBuffer();
  await otter.page.locator("form input[type=file]").setInputFiles({ name: "pond.jpg", mimeType: "image/jpeg", buffer });
  await otter.page.getByRole("button", { name: "Describe picture 1" }).click();
  const sheet = otter.page.getByRole("dialog", { name: "Describe your picture" });
  await sheet.getByRole("textbox").fill("The pond, all teal");
  await sheet.getByRole("button", { name: "Done" }).click();
  await say(otter.page, "Look");

  await openConversation(fern.page, otter.person.handle);
  const picture = fern.page.getByRole("img", { name: "The pond, all teal" });
  await expect(picture).toBeVisible();
  const received = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return { width: canvas.width, height: canvas.height };
  });
  expect(received).toEqual({ width: 640, height: 480 });
  await fern.page.getByRole("button", { name: "Open: The pond, all teal" }).click();
  await expect(fern.page.getByRole("dialog", { name: "The pond, all teal" })).toContainText("The pond, all teal");
});

test("the list tells what is unread, and the divider stands above it", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  await writeTo(otter.page, fern.person);
  await say(otter.page, "First");
  await say(otter.page, "Second");
  const row = fern.page.getByRole("link", { name: new RegExp(otter.person.handle) }).first();
  await expect(row).toContainText("Second");
  await expect(row).toContainText("2 unread");
  await row.click();
  await expect(fern.page.getByRole("log")).toContainText("2 new");
  await openMessages(fern.page);
  await expect(row).toBeVisible();
  await expect(row).not.toContainText("unread");
});

test("what is written while offline waits, and is sent once when the connection is back", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  await writeTo(otter.page, fern.person);
  await say(otter.page, "Before the storm");
  await openConversation(fern.page, otter.person.handle);
  await otter.context.setOffline(true);
  await otter.page.getByRole("textbox", { name: /^Write to/ }).fill("In the storm");
  await otter.page.getByRole("button", { name: "Send" }).click();
  await expect(otter.page.getByRole("log")).toContainText("Sending");
  await otter.context.setOffline(false);
  await hears(fern.page, "In the storm");
  await say(otter.page, "After the storm");
  await hears(fern.page, "After the storm");
  await expect(bubble(fern.page, "In the storm")).toHaveCount(1);
});

test("a draft is there again when one comes back", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  await writeTo(otter.page, fern.person);
  await otter.page.getByRole("textbox", { name: /^Write to/ }).fill("Two loaves, and one for");
  await otter.page.getByRole("link", { name: "Back to all messages" }).click();
  await expect(otter.page.getByRole("link", { name: new RegExp(fern.person.handle) }).first()).toContainText("Draft:");
  await openConversation(otter.page, fern.person.handle);
  await expect(otter.page.getByRole("textbox", { name: /^Write to/ })).toHaveValue("Two loaves, and one for");
});

test("a bark can be sent to somebody, and a profile leads to a conversation", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  const id = await bark(fern.person, "Seed swap on Saturday");
  await open(otter.page, `${origin}/@${fern.person.handle}/${id}`);
  await otter.page
    .getByRole("button", { name: /^More about .* bark$/ })
    .first()
    .click();
  await otter.page.getByRole("menuitem", { name: "Send to…" }).click();
  const people = otter.page.getByRole("list", { name: "People" });
  await people.getByRole("button", { name: new RegExp(fern.person.handle) }).click();
  await otter.page.getByRole("button", { name: /^Write to/ }).click();
  await expect(otter.page.getByRole("textbox", { name: /^Write to/ })).toHaveValue(new RegExp(id));
  await open(otter.page, `${origin}/@${fern.person.handle}`);
  await otter.page.getByRole("link", { name: /^Message / }).click();
  await expect(otter.page.getByRole("log")).toBeVisible();
});

test("nothing is sent in the clear to somebody who has no keys", async ({ browser }) => {
  const [otter] = await twoWriters(browser);
  const absent = await signUp();
  await open(otter.page, `${origin}/messages/new?to=${absent.id}`);
  await expect(otter.page.getByText("They have not opened Messages yet")).toBeVisible();
});
