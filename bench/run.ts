import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { benchCreate } from "@/bench/create";
import { isReached, table, type Figure } from "@/bench/figures";
import { benchFloor } from "@/bench/floor";
import { benchHome } from "@/bench/home";
import { benchLive } from "@/bench/live";
import { benchMemory } from "@/bench/memory";
import { benchPage } from "@/bench/page";

// Measures what the documents claim, against a running Barker on this machine; see bin/bench.mjs.
const benches = {
  floor: benchFloor,
  memory: benchMemory,
  create: benchCreate,
  home: benchHome,
  live: benchLive,
  page: benchPage,
};

const asked = process.argv.slice(2);
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  figures.push(...(await bench()));
}

process.stdout.write(`${table(figures)}\n`);
const date = new Date().toISOString();
mkdirSync("bench/results", { recursive: true });
writeFileSync(
  `bench/results/${date.slice(0, 10)}.json`,
  `${JSON.stringify({ date, cores: cpus().length, cpu: cpus()[0]?.model, node: process.version, figures: figures.map((figure) => ({ ...figure, reached: isReached(figure) })) }, null, 2)}\n`,
);
process.exit(0);
