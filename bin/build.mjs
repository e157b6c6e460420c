// npm run build: builds what npm start would build, without starting anything.
import { ensureBundles, ensurePages } from "./launcher/build.mjs";
import { interruptible } from "./launcher/foreground.mjs";
import { ensurePackages } from "./launcher/packages.mjs";
import { createSteps } from "./launcher/steps.mjs";
import { describe } from "./launcher/user-error.mjs";

const { signal } = interruptible();
const { step } = createSteps(console.log);
try {
  await step("Installing packages", () => ensurePackages(signal));
  await step("Bundling the processes", () => ensureBundles(signal), { always: true });
  await step("Building the pages", () => ensurePages(signal), { always: true });
} catch (error) {
  console.error(describe(error));
  process.exit(1);
}
