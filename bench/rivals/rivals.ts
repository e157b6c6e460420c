import { readFileSync } from "node:fs";
import { z } from "zod";
import { columns, quantile } from "@/bench/figures";
import { origin } from "@/bench/http";
import { makePeople } from "@/bench/people";
import { createBare } from "@/bench/rivals/bare";
import { Contestant, Rival } from "@/bench/rivals/contestant";
import { alone, atOnce } from "@/bench/rivals/rounds";

/** Each figure is the median of as many rounds. */
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
const FOLLOWERS = 20;
const ALONE = 200;
const SECONDS = 5;
const HANDS = 8;
const LIVE = 40;
/** How long (ms) a paced author waits between two barks. */
const PAUSE = 150;

const median = (samples: number[]) => quantile(samples, 0.5);

/** Measurements by name: of one contestant in one round. */
type Measured = Map<string, number[]>;

/**
 * Measures Barker, other servers and Neo4j's bare query in the same run, in turns, through Mastodon's API.
 * @param file JSON: a list of `{ name, origin, tokens }`, the tokens of people of whom the first writes
 * @returns a table with a column for each, and Barker's ratios to the bare query
 */
export async function benchRivals(file = process.env["BENCH_RIVALS"]): Promise<string> {
  const others = file ? z.array(Rival).parse(JSON.parse(readFileSync(file, "utf8"))) : [];
  const people = await makePeople(FOLLOWERS + 1);
  const own = { name: "Barker", origin, tokens: people.map(({ token }) => token) };
  const contestants = [own, ...others].map((rival) => new Contestant(rival));
  const results = contestants.map((): Measured => new Map());
  const bare: Measured = new Map();
  for (const contestant of contestants) await contestant.prepare();
  const authors = people.slice(0, HANDS).map(({ id }) => id);
  // The first round warms up everything and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    process.stderr.write(`round ${round} of ${ROUNDS} …\n`);
    const keep = (into: Measured) => (name: string, value: number) =>
      round > 0 && into.set(name, [...(into.get(name) ?? []), value]);
    // Who begins changes, because the machine does.
    const order = [...contestants.entries()];
    for (const [place, contestant] of round % 2 === 0 ? order : order.toReversed())
      await measure(contestant, keep(results[place] ?? new Map()));
    await measureBare(authors, keep(bare));
  }
  return report(contestants, results, bare);
}

async function measure(contestant: Contestant, keep: (name: string, value: number) => void): Promise<void> {
  keep(CREATE, median(await contestant.createAlone(ALONE)));
  keep(CREATE_AT_8, await contestant.createAtEight(SECONDS));
  await settle();
  keep("like, at 8, /s", await contestant.likesAtEight(SECONDS));
  await settle();
  keep("Home of 20, alone, ms", median(await contestant.homeAlone(ALONE)));
  keep("Home of 20, at 8, /s", await contestant.homeAtEight(SECONDS));
  keep("create, paced, ms", median(await contestant.createAlone(LIVE, PAUSE)));
  const live = await contestant.live(LIVE, PAUSE);
  if (!live) return;
  keep("create, paced, heard live, ms", median(live.answer));
  keep(`live, first of ${FOLLOWERS}, ms`, median(live.first));
  keep(`live, last of ${FOLLOWERS}, ms`, median(live.last));
}

const CREATE = "create, alone, ms";
const CREATE_AT_8 = "create, at 8, /s";

async function measureBare(authors: string[], keep: (name: string, value: number) => void): Promise<void> {
  const author = (turn: number) => authors[turn % authors.length] ?? "";
  keep(CREATE, (await alone(ALONE, (turn) => createBare(author(turn)))).p50);
  keep(CREATE_AT_8, await atOnce(HANDS, SECONDS, (hand) => createBare(author(hand))));
  await settle();
}

/** Waits until what was sent is delivered. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 2_000));

function report(contestants: Contestant[], results: Measured[], bare: Measured): string {
  const names = [...(results[0]?.keys() ?? [])];
  const cell = (of: Measured | undefined, name: string) => {
    const samples = of?.get(name);
    return samples ? median(samples).toPrecision(3) : "";
  };
  const rows = names.map((name) => [name, ...results.map((of) => cell(of, name)), cell(bare, name)]);
  const ratio = (name: string) => median(results[0]?.get(name) ?? []) / median(bare.get(name) ?? []);
  return [
    columns([["", ...contestants.map(({ name }) => name), "bare create query"], ...rows]),
    `create alone: ${ratio(CREATE).toFixed(2)} × the bare query (target 1.7); at 8: ${ratio(CREATE_AT_8).toFixed(2)} × its rate (target 0.5)`,
  ].join("\n");
}
