import { defineConfig, devices } from "@playwright/test";

const { CHROMIUM_PATH, BARKER_URL = "http://localhost:3000", CI } = process.env;
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };

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
    trace: "retain-on-failure",
    video: "off",
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      // Chromium's sandbox needs rights that containers and root do not have; the pages are our own.
      args: ["--no-sandbox"],
    },
  },
  projects: [
    { name: "phone", use: { ...devices["Pixel 7"], viewport: phone } },
    { name: "desktop", use: { ...devices["Desktop Chrome"], viewport: desktop } },
  ],
});
