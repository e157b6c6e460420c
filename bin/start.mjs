// npm start, npm run dev: Barker in this terminal. What happens is in bin/launcher/launch.mjs.
import { runInForeground, untilStopped } from "./launcher/foreground.mjs";
import { readArguments, usage } from "./launcher/options.mjs";
import { describe } from "./launcher/trouble.mjs";

const wishes = readWishes();
await runInForeground(wishes, async (barker, signal) => {
  console.log(wishes.storesOnly ? `The stores are ready: ${barker.env.BARKER_DATA}/env says where.` : `Barker is ready: ${barker.url}`);
  return untilStopped(signal);
});

function readWishes() {
  try {
    const read = readArguments(process.argv.slice(2));
    if (read !== "help") return read;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(describe(error));
    process.exit(1);
  }
}
