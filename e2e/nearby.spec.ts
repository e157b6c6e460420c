import { z } from "zod";
import { expect, listenTo, open, reload, signIn, stored, test } from "@/e2e/support/browser";
import { api, bark, origin, signUp, type ApiPerson } from "@/e2e/support/people";
import { roundForSending } from "@/lib/nearby/rules";
import type { Browser, Page } from "@playwright/test";

const Location = z.object({ latitude: z.number(), longitude: z.number(), precision_km: z.number() });
/** A place that no other run of this test uses, far from the demo town. */
const HERE = { latitude: -20 - Math.random() * 25, longitude: -120 + Math.random() * 40 };
/** A reload may take long on a slow machine. */
const READ = { timeout: 60_000 };

const placed = (person: ApiPerson, { latitude, longitude } = HERE) =>
  api("/api/v1/barker/location", { method: "PUT", token: person.token, json: { latitude, longitude } });
const numbersOf = ({ latitude, longitude }: typeof HERE) => [latitude, longitude].map((one) => one.toFixed(2));

async function visitor(browser: Browser, permissions: string[]) {
  const person = await signUp();
  const context = await browser.newContext({ geolocation: HERE, permissions });
  listenTo(context);
  await signIn(context, person);
  return { person, context, page: await context.newPage() };
}

/** Collects the text of all pages and responses of a browser. */
function everythingSaid(page: Page): Promise<string>[] {
  const said: Promise<string>[] = [];
  page.on("response", (response) => {
    if (/text|json|component/.test(response.headers()["content-type"] ?? ""))
      said.push(response.text().catch(() => ""));
  });
  return said;
}

test("sharing an area shows who is nearby but never their position, and one tap ends it", async ({ browser }) => {
  test.slow();
  const other = await signUp();
  expect((await placed(other))?.status).toBe(200);
  await bark(other, "Fog over the allotments");
  const { person, context, page } = await visitor(browser, ["geolocation"]);
  const sent: string[] = [];
  page.on("request", (request) => {
    // A slow page is still making the keys of this device.
    const isPlace = request.method() === "PUT" && !request.url().includes("/e2ee/");
    if (isPlace) sent.push(request.postData() ?? "");
  });
  await open(page, `${origin}/nearby`);
  await expect(page.getByText("You are shown in a square.")).toBeVisible();
  await stored(page, /barker\/location$/, () => page.getByRole("button", { name: "Share my square" }).click());
  await expect(page.getByText(/2 km square, until \d\d:\d\d/)).toBeVisible(READ);
  expect(sent.map((body) => JSON.parse(body))).toEqual([{ ...roundForSending(HERE, 2), precision_km: 2, hours: 12 }]);

  const said = everythingSaid(page);
  await reload(page);
  const row = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: `@${other.handle}` });
  await expect(row.getByRole("button", { name: `Follow ${other.handle}` })).toBeVisible();
  await expect(page.getByText("Distances are rough, directions are not real.")).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`^${other.handle}, `) }).click();
  await expect(row).toBeInViewport();
  await page.getByRole("link", { name: "Barks", exact: true }).click();
  await page.waitForURL("**/nearby?show=barks");
  await expect(page.getByRole("article").filter({ hasText: "Fog over the allotments" })).toBeVisible(READ);
  const theirs = Location.parse((await api("/api/v1/barker/location", { token: other.token }))?.body);
  const words = (await Promise.all(said)).join("\n");
  expect(words).toContain(other.handle);
  for (const number of [...numbersOf(HERE), ...numbersOf(theirs)]) expect(words).not.toContain(number);

  await stored(page, /barker\/location$/, () => page.getByRole("button", { name: "Stop" }).click());
  await expect(page.getByRole("button", { name: "Share my square" })).toBeVisible(READ);
  expect((await api("/api/v1/barker/location", { token: person.token }))?.status).toBe(404);
  await context.close();
});

test("Nearby shows a message if the browser refuses the position", async ({ browser }) => {
  const { context, page } = await visitor(browser, []);
  await open(page, `${origin}/nearby`);
  await page.getByRole("button", { name: "Share my square" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Allow it for this page, then try again.");
  await expect(page.getByRole("button", { name: "Share my square" })).toBeEnabled();
  await context.close();
});

test("the settings can make the shared place coarser, renew it and delete it", async ({ browser }) => {
  const { person, context, page } = await visitor(browser, ["geolocation"]);
  expect((await placed(person))?.status).toBe(200);
  const location = async () => Location.parse((await api("/api/v1/barker/location", { token: person.token }))?.body);
  await open(page, `${origin}/settings/privacy`);
  await expect(page.getByRole("switch", { name: "Show me to people nearby" })).toBeChecked();
  await stored(page, /barker\/location$/, () => page.getByLabel("10 km", { exact: true }).check());
  await expect.poll(async () => (await location()).precision_km).toBe(10);
  const renew = page.getByLabel("Keep showing me until");
  await stored(page, /barker\/location$/, async () => void (await renew.selectOption("1 week from now")));
  await expect(page.getByText(/^\d+ \w+, \d\d:\d\d$/)).toBeVisible();
  await stored(page, /barker\/location$/, () => page.getByRole("button", { name: "Hide my place" }).click());
  await expect(page.getByRole("switch", { name: "Show me to people nearby" })).not.toBeChecked();
  expect((await api("/api/v1/barker/location", { token: person.token }))?.status).toBe(404);
  await context.close();
});
