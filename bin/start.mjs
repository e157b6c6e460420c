// npm start, npm run dev: Barker in this terminal. What happens is in bin/launcher/launch.mjs.
import { runInForeground, untilStopped } from "./launcher/foreground.mjs";
import { readArguments, usage } from "./launcher/options.mjs";
import { describe } from "./launcher/trouble.mjs";

const wishes = readWishes(process.argv.slice(2));
if (wishes === "help") console.log(usage);
else {
  await runInForeground(wishes, async (barker, signal) => {
    console.log(
      wishes.storesOnly ? `The stores are ready: ${barker.places.env} says where.` : `Barker is ready: ${barker.url}`,
    );
    barker.afterwards().catch((error) => signal.aborted || console.error(describe(error)));
    return untilStopped(signal);
  });
}

/** @param {string[]} args */
function readWishes(args) {
  try {
    return readArguments(args);
  } catch (error) {
    console.error(describe(error));
    return process.exit(1);
  }
}
