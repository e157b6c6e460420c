// npm start, npm run dev: runs Barker in this terminal. The steps are in bin/launcher/launch.mjs.
import { runInForeground, untilStopped } from "./launcher/foreground.mjs";
import { readArguments, usage } from "./launcher/options.mjs";
import { describe } from "./launcher/user-error.mjs";

const options = parseOptions(process.argv.slice(2));
if (options === "help") console.log(usage);
else {
  await runInForeground(options, async (barker, signal) => {
    // The address that people use; behind a proxy it is another than the one where the web process listens.
    const [address] = (process.env.BARKER_ORIGIN || barker.url).split(",");
    console.log(
      options.storesOnly ? `The stores are ready: ${barker.places.env} says where.` : `Barker is ready: ${address}`,
    );
    barker.runDeferred().catch((error) => signal.aborted || console.error(describe(error)));
    return untilStopped(signal);
  });
}

/** @param {string[]} args */
function parseOptions(args) {
  try {
    return readArguments(args);
  } catch (error) {
    console.error(describe(error));
    return process.exit(1);
  }
}
