import { expect, newVisitor, open, stored, test } from "@/e2e/support/browser";
import { act, bark, newHandle, signUp } from "@/e2e/support/people";
import { givePushService, pushService } from "@/e2e/support/push";

const newEndpoint = () => `https://push.example.org/${newHandle()}`;
const SUBSCRIPTION = /^\/api\/v1\/push\/subscription$/;

test("push messages are shown, grouped and closed, and a click opens the bark in the running app", async ({
  browser,
}) => {
  const { person, page, context } = await newVisitor(browser);
  await givePushService(context, newEndpoint());
  await open(page, "/home");
  await page.evaluate(() => navigator.serviceWorker.ready);
  const service = await pushService(page);
  const id = await bark(person, "Mint in every pot");
  const row = { body: "Mint in every pot", tag: `favourite-${id}-1`, address: `/@${person.handle}/${id}`, unread: 1 };
  await service.deliver({ ...row, title: "Fern liked your bark", notification_id: "1000000000000000001" });
  await expect.poll(service.shown).toEqual([expect.objectContaining({ title: "Fern liked your bark" })]);
  await service.deliver({ ...row, title: "Otter and Fern liked your bark", notification_id: "1000000000000000002" });
  await expect.poll(service.shown).toEqual([expect.objectContaining({ title: "Otter and Fern liked your bark" })]);
  // A late or duplicate message changes nothing.
  await service.deliver({ ...row, title: "Fern liked your bark", notification_id: "1000000000000000001" });
  await service.deliver({ title: "Wren follows you", tag: "follow-1", address: "/alerts", close: [], unread: 2 });
  await expect
    .poll(async () => (await service.shown()).map(({ title }) => title).toSorted())
    .toEqual(["Otter and Fern liked your bark", "Wren follows you"]);
  await service.deliver({ close: ["follow-1"], unread: 1 });
  await expect.poll(async () => (await service.shown()).length).toBe(1);

  await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  await service.click(row.tag);
  await expect(page).toHaveURL(new RegExp(`/@${person.handle}/${id}$`));
  expect(await page.evaluate(() => Reflect.get(globalThis, "stillHere"))).toBe(true);
  expect(await service.shown()).toEqual([]);
  await context.close();
});

test("notifications of alerts that were read on another device are closed", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser);
  await givePushService(context, newEndpoint());
  await open(page, "/home");
  await page.evaluate(() => navigator.serviceWorker.ready);
  const service = await pushService(page);
  await service.deliver({ title: "Fern liked your bark", tag: "a", notification_id: "1000000000000000001", unread: 1 });
  await service.deliver({ title: "Otter follows you", tag: "b", notification_id: "1999999999999999999", unread: 2 });
  await expect.poll(async () => (await service.shown()).length).toBe(2);
  await expect(async () => {
    const markers = { notifications: { last_read_id: "1000000000000000005" } };
    await page.request.post("/api/v1/markers", {
      headers: { authorization: `Bearer ${person.token}` },
      data: markers,
    });
    await expect.poll(async () => (await service.shown()).map(({ tag }) => tag), { timeout: 3_000 }).toEqual(["b"]);
  }).toPass();
  await context.close();
});

test("the alerts page offers pushes, and not again after somebody has declined", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser, "/alerts");
  await givePushService(context, newEndpoint());
  await open(page, "/alerts");
  const offer = page.getByRole("region", { name: "Push notifications" });
  await expect(page.getByText("Nothing yet")).toBeVisible();
  await expect(offer).toHaveCount(0);
  const fern = await signUp();
  await act(fern, `/api/v1/statuses/${await bark(person, "Hello")}/favourite`);
  await expect(async () => {
    await open(page, "/alerts");
    await expect(offer).toBeVisible({ timeout: 10_000 });
  }).toPass();
  await offer.getByRole("button", { name: "Not now" }).click();
  await expect(offer).toHaveCount(0);
  await open(page, "/alerts");
  await expect(page.getByRole("feed", { name: "Alerts" })).toBeVisible();
  await expect(offer).toHaveCount(0);

  // A month later.
  await page.evaluate(() => localStorage.setItem("push:asked", String(Date.now() - 31 * 86_400_000)));
  await open(page, "/alerts");
  await stored(page, SUBSCRIPTION, () => offer.getByRole("button", { name: "Turn on" }).click());
  await expect(page.getByText("Alerts are on for this device")).toBeVisible();
  await open(page, "/settings/notifications");
  await expect(page.getByRole("switch", { name: "Push on this device" })).toBeChecked();
  await context.close();
});

test("the settings choose a device's types of pushes and its quiet hours", async ({ browser }) => {
  const { page, context } = await newVisitor(browser);
  await givePushService(context, newEndpoint());
  await open(page, "/settings/notifications");
  const push = page.getByRole("switch", { name: "Push on this device" });
  await expect(push).not.toBeChecked();
  await stored(page, SUBSCRIPTION, () => push.click());
  await expect(push).toBeChecked();
  const likes = page.locator("#push-favourite");
  await expect(likes).toBeChecked();
  await stored(page, SUBSCRIPTION, () => likes.click());
  const quiet = page.getByRole("switch", { name: "Quiet hours" });
  await stored(page, /push\/settings$/, () => quiet.click());
  await stored(page, /push\/settings$/, () => page.getByLabel("From", { exact: true }).fill("21:30"));
  const shows = page.getByRole("switch", { name: "Show barks for followers" });
  await stored(page, /push\/settings$/, () => shows.click());
  await open(page, "/settings/notifications");
  await expect(push).toBeChecked();
  await expect(likes).not.toBeChecked();
  await expect(page.locator("#push-mention")).toBeChecked();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("21:30");
  await expect(page.getByLabel("To", { exact: true })).toHaveValue("07:00");
  await expect(shows).toBeChecked();
  await stored(page, SUBSCRIPTION, () => push.click());
  await expect(push).not.toBeChecked();
  await expect(likes).toHaveCount(0);
  await context.close();
});
