import { benchBytes } from "@/bench/bytes";
import { benchCircles } from "@/bench/circles";
import { benchCost } from "@/bench/cost";
import { benchCreate } from "@/bench/create";
import { normalised, isReached, slowness, table, type Figure } from "@/bench/figures";
import { benchDay } from "@/bench/day/day";
import { benchDelivery } from "@/bench/delivery";
import { benchFaults } from "@/bench/faults/run";
import { benchFloor } from "@/bench/floor";
import { benchHome } from "@/bench/home";
import { benchKeyLog } from "@/bench/keylog";
import { benchLive } from "@/bench/live";
import { benchMemory } from "@/bench/memory";
import { benchMessages } from "@/bench/messages";
import { benchNearby } from "@/bench/nearby";
import { benchPage } from "@/bench/page";
import { benchPages } from "@/bench/pages";
import { benchPopular } from "@/bench/popular";
import { benchRivals } from "@/bench/rivals/rivals";
import { keepResults } from "@/bench/results";
import { benchSchemas } from "@/bench/schemas";
import { benchSearch } from "@/bench/search";
import { benchStorm } from "@/bench/storm";
import { benchTrends } from "@/bench/trends";

// Measures the figures in the documents on a running Barker on this machine; see bin/bench.mjs.
const benches = {
  floor: benchFloor,
  memory: benchMemory,
  cost: benchCost,
  create: benchCreate,
  home: benchHome,
  live: benchLive,
  page: benchPage,
};

/** Long benchmarks with their own data: run only by name, together with the floor. */
const large: Record<string, () => Promise<Figure[]>> = {
  delivery: benchDelivery,
  day: benchDay,
  storm: benchStorm,
  bytes: benchBytes,
  nearby: benchNearby,
  circles: benchCircles,
  keylog: benchKeyLog,
  messages: benchMessages,
  phone: benchPages,
  popular: benchPopular,
  schemas: benchSchemas,
  search: benchSearch,
  trends: benchTrends,
};

const asked = process.argv.slice(2);
if (asked[0] === "faults") process.exit((await benchFaults(asked.slice(1))) ? 0 : 1);
if (asked[0] === "rivals") {
  process.stdout.write(`${await benchRivals(asked[1])}\n`);
  process.exit(0);
}
const suite = asked.find((name) => name in large) ?? null;
const chosen =
  suite === null
    ? Object.entries(benches).filter(([name]) => asked.length === 0 || asked.includes(name))
    : Object.entries({ floor: benchFloor, ...large }).filter(([name]) => name === "floor" || name === suite);
const figures: Figure[] = [];
for (const [name, bench] of chosen) {
  process.stderr.write(`${name} …\n`);
  figures.push(...(await bench()));
}

process.stdout.write(`${table(figures)}\n`);
const slower = slowness(figures);
keepResults(suite, {
  slowness: slower,
  figures: figures.map((figure) => ({
    ...figure,
    reached: isReached(figure),
    calibrated: normalised(figure, slower) ?? undefined,
  })),
});
process.exit(0);
