// npm run verify: the checks and unit tests, which need no database. Takes about half a minute.
import { interruptible } from "./launcher/foreground.mjs";
import { runChecks } from "./testing/checks.mjs";
import { runVitest } from "./testing/suites.mjs";
import { line, sum } from "./testing/tally.mjs";

const { signal } = interruptible();
const total = sum([await runChecks(signal), await runVitest("unit", { signal })]);
console.log(`\n${line(total)}`);
process.exit(total.failed === 0 && !signal.aborted ? 0 : 1);
