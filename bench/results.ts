import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

/** Stores the measurements, with place and time, in bench/results/. */
export function keepResults(suite: string | null, measured: object): void {
  const date = new Date().toISOString();
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model, node: process.version };
  mkdirSync("bench/results", { recursive: true });
  const file = [date.slice(0, 10), ...(suite === null ? [] : [suite])].join("-");
  writeFileSync(`bench/results/${file}.json`, `${JSON.stringify({ date, ...machine, ...measured }, null, 2)}\n`);
}
