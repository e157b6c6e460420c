import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { quantile, type Figure } from "@/bench/figures";
import { origin } from "@/bench/http";
import type { ComparedPage } from "@/bench/pages";

/** The newest version that runs on Node 20. It is fetched by npx when it is asked for: nothing else needs it. */
const LIGHTHOUSE = "lighthouse@12.8.2";
/** Each figure is the median of as many visits. */
const VISITS = Number(process.env["BENCH_ROUNDS"] ?? 5);
/** What each category is to reach, of 100. */
const TARGETS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
const PATIENCE_MS = 120_000;

const Score = z.object({ score: z.number() });
const Milliseconds = z.object({ numericValue: z.number() });
const Report = z.object({
  categories: z.object({ performance: Score, accessibility: Score, "best-practices": Score, seo: Score }),
  audits: z.object({
    "first-contentful-paint": Milliseconds,
    "largest-contentful-paint": Milliseconds,
    "total-blocking-time": Milliseconds,
  }),
});
type Report = z.infer<typeof Report>;

/** Lighthouse's marks on its phone (slow 4G, a processor four times slower), with its default settings. */
export async function lighthouseMarks(pages: ComparedPage[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  // In turns, so that a slow minute of the machine does not hit one page alone.
  const reports = new Map<string, Report[]>();
  for (let visit = 0; visit < VISITS; visit++) {
    for (const { name, path, cookie: as } of pages) {
      process.stderr.write(`${name}, visit ${visit + 1} of ${VISITS} …\n`);
      reports.set(name, [...(reports.get(name) ?? []), await visited(path, as)]);
    }
  }
  for (const [name, all] of reports) {
    for (const [category, least] of Object.entries(TARGETS)) {
      // What only signed-in people see is not for search engines, and says so.
      if (name === "Home" && category === "seo") continue;
      const scores = all.map(({ categories }) => 100 * categories[category as keyof typeof TARGETS].score);
      figures.push({ what: `${name}: ${category}`, value: median(scores), unit: "of 100", target: { least } });
    }
    const audit = (which: keyof Report["audits"]) => median(all.map(({ audits }) => audits[which].numericValue));
    figures.push({ what: `${name}: first text`, value: audit("first-contentful-paint"), unit: "ms" });
    figures.push({ what: `${name}: largest part shown`, value: audit("largest-contentful-paint"), unit: "ms" });
    figures.push({ what: `${name}: blocked in all`, value: audit("total-blocking-time"), unit: "ms" });
  }
  return figures;
}

async function visited(path: string, cookie?: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "barker-lighthouse-"));
  const file = join(folder, "report.json");
  try {
    const headers = cookie ? [`--extra-headers=${JSON.stringify({ cookie })}`] : [];
    const how = ["--output=json", `--output-path=${file}`, "--quiet", "--chrome-flags=--headless=new --no-sandbox"];
    await promisify(execFile)("npx", ["--yes", LIGHTHOUSE, origin + path, ...how, ...headers], {
      env: { ...process.env, CHROME_PATH: process.env["CHROMIUM_PATH"] },
      timeout: PATIENCE_MS,
    });
    return Report.parse(JSON.parse(await readFile(file, "utf8")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const median = (values: number[]) => quantile(values, 0.5);
