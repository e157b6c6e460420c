// npm run bench: measures a Barker of its own, with its demo town and without rate limits.
// Names behind it choose some: npm run bench -- create home
import { interruptible } from "./launcher/foreground.mjs";
import { describe } from "./launcher/trouble.mjs";
import { environmentOf, startAlone } from "./testing/instance.mjs";
import { runTool } from "./testing/tool.mjs";

const { signal } = interruptible();
try {
  const barker = await startAlone("bench", { env: {}, signal });
  try {
    const { code } = await runTool("tsx", ["bench/run.ts", ...process.argv.slice(2)], {
      env: environmentOf(barker),
      signal,
    });
    process.exitCode = code;
  } finally {
    await barker.stop();
  }
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}
process.exit();
