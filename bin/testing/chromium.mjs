import { existsSync } from "node:fs";

import { aptInstall, mayInstall } from "../launcher/debian.mjs";
import { onPath } from "../launcher/java.mjs";
import { UserError } from "../launcher/user-error.mjs";
import { runTool } from "./tool.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * Finds the browser for the tests: the one in CHROMIUM_PATH, an installed one, or one that is installed now.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<string>} its path; empty for the one that Playwright downloaded
 * @throws {UserError} when there is none and none can be installed
 */
export async function ensureChromium(signal) {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new UserError(`CHROMIUM_PATH names ${given}, which does not exist.`);
  const found = given || installed();
  if (found) return found;
  console.log("  Installing Chromium …");
  if (mayInstall()) {
    await aptInstall(["chromium", "fonts-noto-color-emoji"], signal);
    const now = installed();
    if (now) return now;
  }
  const { code } = await runTool("playwright", ["install", "chromium"], { signal });
  if (code === 0) return "";
  throw new UserError(
    "The browser tests need Chromium and none could be installed: install one, or name it with CHROMIUM_PATH.",
  );
}

function installed() {
  return names.flatMap(onPath).find((file) => existsSync(file)) ?? "";
}
