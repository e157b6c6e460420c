import { expect, open, test } from "@/e2e/support/browser";
import { filmCode } from "@/e2e/support/camera";
import {
  hears,
  openConversation,
  openMessages,
  otherBrowser,
  say,
  twoWriters,
  writer,
  writeTo,
} from "@/e2e/support/messages";
import { follow, origin, PASSWORD } from "@/e2e/support/people";
import type { Page } from "@playwright/test";

/** Sets recovery up and returns the words. */
async function keepWords(page: Page): Promise<string> {
  await open(page, `${origin}/messages/words`);
  const list = page.getByRole("list", { name: "Your 24 words" }).getByRole("listitem");
  await expect(list.first()).toContainText(/[a-z]{3,}/);
  const words = (await list.allTextContents()).map((text) => text.replace(/[^a-z]/g, ""));
  expect(words).toHaveLength(24);
  await expect(page.getByRole("button", { name: "Keep my messages" })).toBeDisabled();
  await page.getByRole("checkbox", { name: /I have stored it/ }).check();
  await page.getByRole("button", { name: "Keep my messages" }).click();
  await page.waitForURL("**/messages");
  return words.join(" ");
}

/** Waits until so many messages are in the archive, which is written behind them. */
async function archived(page: Page, atLeast: number): Promise<void> {
  await expect(async () => {
    const { count } = (await (await page.request.get("/api/v1/barker/e2ee/archive")).json()) as { count: number };
    expect(count).toBeGreaterThanOrEqual(atLeast);
  }).toPass();
}

test("a second device is linked by a pasted code, shows the conversation, and can be removed", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  await keepWords(otter.page);
  await writeTo(otter.page, fern.person);
  await say(otter.page, "Written before");
  await archived(otter.page, 1);
  const second = await otherBrowser(browser, otter.person, "/messages");
  await second.page.getByRole("button", { name: /Another of my devices/ }).click();
  const code = await second.page.getByRole("textbox", { name: "The code as text" }).inputValue();

  await open(otter.page, `${origin}/settings/messages/link`);
  await otter.page.getByRole("textbox", { name: "Or paste its code" }).fill(code);
  await otter.page.getByRole("button", { name: "Go on" }).click();
  await expect(otter.page.getByText("Say yes only if it is in your hand.")).toBeVisible();
  await otter.page.getByRole("button", { name: "Link it" }).click();
  await second.page.waitForURL("**/messages");
  await openConversation(second.page, fern.person.handle);
  await hears(second.page, "Written before");
  await say(second.page, "From my laptop");
  await openConversation(fern.page, otter.person.handle);
  await hears(fern.page, "From my laptop");

  await open(otter.page, `${origin}/settings/messages`);
  await otter.page.getByRole("button", { name: /^Remove / }).click();
  await otter.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(otter.page.getByRole("button", { name: /^Remove / })).toHaveCount(0);
  await openMessages(otter.page);
  await openConversation(otter.page, fern.person.handle);
  await say(otter.page, "Not for the laptop");
  await hears(fern.page, "Not for the laptop");
  await expect(second.page.getByText("Not for the laptop")).toHaveCount(0);
});

test("the 24 words open the messages on a new device when no other is left", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  const words = await keepWords(otter.page);
  await writeTo(otter.page, fern.person);
  await say(otter.page, "Kept for later");
  await openConversation(fern.page, otter.person.handle);
  await say(fern.page, "I keep it too");
  await hears(otter.page, "I keep it too");
  await archived(otter.page, 2);
  await otter.context.close();

  const next = await otherBrowser(browser, otter.person, "/messages");
  await next.page.getByRole("button", { name: /Your 24 words/ }).click();
  await next.page.getByRole("textbox", { name: "The words, in their order" }).fill(words);
  await next.page.getByRole("button", { name: "Unlock" }).click();
  await next.page.waitForURL("**/messages");
  await openConversation(next.page, fern.person.handle);
  await hears(next.page, "Kept for later");
  await hears(next.page, "I keep it too");
  await say(next.page, "Here again");
  await hears(fern.page, "Here again");
});

test("a second device is linked with the camera of the first", async ({ browser, playwright }, testInfo) => {
  const film = testInfo.outputPath("code.y4m");
  const { CHROMIUM_PATH } = process.env;
  const withCamera = await playwright.chromium.launch({
    ...(CHROMIUM_PATH && { executablePath: CHROMIUM_PATH }),
    args: [
      "--no-sandbox",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  const [first, fern] = await Promise.all([writer(withCamera), writer(browser)]);
  await first.context.grantPermissions(["camera"]);
  await follow(fern.person, first.person);
  await writeTo(first.page, fern.person);
  await say(first.page, "Written on the first");
  const second = await otherBrowser(browser, first.person, "/messages");
  await second.page.getByRole("button", { name: /Another of my devices/ }).click();
  filmCode(film, await second.page.getByRole("textbox", { name: "The code as text" }).inputValue());

  await open(first.page, `${origin}/settings/messages/link`);
  await first.page.getByRole("button", { name: "Scan its code" }).click();
  await first.page.getByRole("button", { name: "Link it" }).click({ timeout: 60_000 });
  await second.page.waitForURL("**/messages");
  await openConversation(second.page, fern.person.handle);
  await say(second.page, "Written on the second");
  await openConversation(fern.page, first.person.handle);
  await hears(fern.page, "Written on the second");
  await withCamera.close();
});

test("a passkey opens the messages on a device that lost its keys", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  const { page, context } = otter;
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: true,
    },
  });
  await open(page, `${origin}/settings/password`);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Passkey added")).toBeVisible();

  await open(page, `${origin}/messages/words`);
  await page.getByText("Passkey", { exact: true }).click();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.waitForURL("**/messages");
  await writeTo(page, fern.person);
  await say(page, "Kept by the passkey");
  await archived(page, 1);

  // A file of the same origin, which has no worker that uses the storage.
  await page.goto(`${origin}/icons/logo.svg`);
  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(name ?? "");
        request.addEventListener("success", resolve);
        request.addEventListener("error", resolve);
      });
    }
  });
  await open(page, `${origin}/messages`);
  await page.getByRole("button", { name: /Your passkey/ }).click({ timeout: 60_000 });
  await openConversation(page, fern.person.handle);
  await hears(page, "Kept by the passkey");
});

test("the safety sheet shows the devices of both, and codes that belong together match", async ({ browser }) => {
  const [otter, fern] = await twoWriters(browser);
  await writeTo(otter.page, fern.person);
  await say(otter.page, "Hello");
  await openConversation(fern.page, otter.person.handle);
  const openCode = async (page: Page): Promise<string> => {
    await page
      .getByRole("button", { name: /Keys checked by your devices/ })
      .last()
      .click();
    const sheet = page.getByRole("dialog", { name: /^Only you and/ });
    await expect(sheet.getByText("Every device was signed by its owner")).toBeVisible();
    await expect(sheet.getByText("Your devices", { exact: true })).toBeVisible();
    await sheet.getByRole("button", { name: "Check in person with a QR code" }).click();
    await expect(sheet.getByRole("img", { name: "The code of this conversation" })).toBeVisible();
    return (await sheet.locator(".select-all").textContent()) ?? "";
  };
  const code = await openCode(fern.page);
  await openCode(otter.page);
  const sheet = otter.page.getByRole("dialog", { name: /^Only you and/ });
  await sheet.getByRole("button", { name: "Paste theirs" }).click();
  await sheet.getByRole("textbox", { name: "The code as text" }).fill(code);
  await sheet.getByRole("button", { name: "Compare" }).click();
  await expect(sheet.getByRole("alert")).toContainText("It is the same");
});
