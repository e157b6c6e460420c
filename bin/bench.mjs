// npm run bench: measures a separate Barker with the demo town and without rate limits.
// Arguments select benchmarks: npm run bench -- create home
// The larger ones run only when named: faults, delivery, day, storm, bytes, messages (npm run bench:faults, …), phone.
import { interruptible } from "./launcher/foreground.mjs";
import { describe } from "./launcher/user-error.mjs";
import { ensureChromium } from "./testing/chromium.mjs";
import { environmentOf, startAlone } from "./testing/instance.mjs";
import { runTool } from "./testing/tool.mjs";

const { signal } = interruptible();
const asked = process.argv.slice(2);
// These create their own people, so they need no town. The fault benchmark kills one of two sidecars.
const empty = [
  "faults",
  "delivery",
  "day",
  "storm",
  "bytes",
  "nearby",
  "circles",
  "keylog",
  "messages",
  "popular",
  "rivals",
].includes(asked[0] ?? "");
const sidecars = asked[0] === "faults" ? 2 : 1;
try {
  const barker = await startAlone("bench", { empty, sidecars, env: {}, signal });
  try {
    const chromium = asked[0] === "phone" ? { CHROMIUM_PATH: await ensureChromium(signal) } : {};
    const env = { ...environmentOf(barker), ...chromium, BARKER_RATE_LIMITS: "off" };
    const { code } = await runTool("tsx", ["bench/run.ts", ...asked], { env, signal });
    process.exitCode = code;
  } finally {
    await barker.stop();
  }
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}
process.exit();
