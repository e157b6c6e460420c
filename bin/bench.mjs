// npm run bench: measures a Barker of its own, with its demo town and without rate limits.
// Names behind it choose some: npm run bench -- create home
// The larger ones have to be asked for: faults, delivery, day, storm, bytes (npm run bench:faults, …).
import { interruptible } from "./launcher/foreground.mjs";
import { describe } from "./launcher/trouble.mjs";
import { environmentOf, startAlone } from "./testing/instance.mjs";
import { runTool } from "./testing/tool.mjs";

const { signal } = interruptible();
const asked = process.argv.slice(2);
// What brings its own people does not wait for a town, and of two sidecars one can be killed.
const empty = ["faults", "delivery", "day", "storm", "bytes", "nearby", "circles", "popular"].includes(asked[0] ?? "");
const sidecars = asked[0] === "faults" ? 2 : 1;
try {
  const barker = await startAlone("bench", { empty, sidecars, env: {}, signal });
  try {
    const env = { ...environmentOf(barker), BARKER_RATE_LIMITS: "off" };
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
