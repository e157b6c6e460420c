import { defineConfig, devices } from "@playwright/test";

const { CHROMIUM_PATH, BARKER_URL = "http://localhost:3000", CI, BARKER_TESTS } = process.env;
const isFull = BARKER_TESTS === "full";
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };

/** On a phone everything is tried; on a desktop too what is another thing there. `npm run test:full` tries all on both. */
const ON_DESKTOP_TOO: Record<string, string> = {
  everybody: "each page has two layouts, and the keyboard belongs to one of them",
  home: "writing is a window instead of a sheet, and new barks come under another bar",
  "messages-screens": "the list stands beside the conversation, and Enter sends",
  place: "rows have other heights, and a wheel moves them",
  "town-hall": "the town hall has a row in the navigation column, and on phones on one's profile",
  viewer: "a mouse and keys, no fingers",
  "town-settings": "forms stand beside the navigation",
  "ways-in": "the form for joining stands beside what Barker is",
  search: "the field stands beside the page on most pages",
};
const onDesktop = isFull ? /\.spec\.ts$/ : Object.keys(ON_DESKTOP_TOO).map((name) => `${name}.spec.ts`);

/** Browser tests, against a Barker that runs: npm test starts one of its own and sets BARKER_URL. */
export default defineConfig({
  testDir: "e2e",
  testIgnore: "**/*.faults.test.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(CI),
  // Up to two more tries where nobody can look; what needed them is named as flaky at the end of the run.
  retries: CI ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    // A button that cannot be pressed says so, instead of using up the time of its test.
    actionTimeout: 20_000,
    baseURL: BARKER_URL,
    locale: "en-GB",
    // What is tried again is traced; tracing everything costs a fifth of the time. Elsewhere: --trace on.
    trace: CI ? "on-first-retry" : "off",
    // Fewer frames are painted, and nothing has to come to rest before it is pressed.
    contextOptions: { reducedMotion: isFull ? "no-preference" : "reduce" },
    video: "off",
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      // Chromium's sandbox needs rights that containers and root do not have; the pages are our own.
      args: ["--no-sandbox"],
    },
  },
  projects: [
    { name: "phone", use: { ...devices["Pixel 7"], viewport: phone } },
    {
      name: "desktop",
      testMatch: onDesktop,
      grepInvert: /@touch/,
      use: { ...devices["Desktop Chrome"], viewport: desktop },
    },
  ],
});
