import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { metrics } from "@/lib/metrics";

/** The files that tell operators what to watch. */
const FILES = [
  "docs/operating/alerts.yml",
  "docs/operating/grafana.json",
  "docs/operating.md",
  "docs/operating/backup.md",
];
/** What Prometheus itself adds to what it reads. */
const OF_PROMETHEUS = new Set(["job", "instance", "le"]);

const text = (file: string) => readFileSync(file, "utf8");
/** The names of time series in a file, with the endings that histograms have. */
const seriesIn = (file: string) => [
  ...new Set(text(file).match(/\b(barker|nodejs|process)_[a-z\d_]*_[a-z\d_]*\b|\bbarker_[a-z\d_]+\b/g)),
];

/** All series that `/metrics` serves, from its own description of them. */
async function served(): Promise<Set<string>> {
  const described = (await metrics().registry.metrics()).matchAll(/^# TYPE (\w+) (\w+)$/gm);
  return new Set(
    [...described].flatMap(([, name = "", kind]) =>
      kind === "histogram" ? ["", "_bucket", "_sum", "_count"].map((ending) => name + ending) : [name],
    ),
  );
}

const Panels = z.object({
  panels: z.array(z.object({ id: z.number(), title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
});

describe("what operators are told to watch", () => {
  it.each(FILES)("%s names only series that exist", async (file) => {
    const known = await served();
    expect(seriesIn(file).filter((name) => !known.has(name))).toEqual([]);
  });

  it("has an alert and a plot for every metric of delivery, pushes, Redis and the key log", () => {
    const watched = FILES.slice(0, 2).map((file) => seriesIn(file).join(" "));
    const needed =
      /^barker_(outbox_pending|dead_jobs_total|relayed_total|redis_epochs_total|drift_total|pushes_total)$/;
    const names = seriesIn("docs/operating.md").filter(
      (name) => needed.test(name) || /^barker_key_log_(age|pending)/.test(name),
    );
    expect(names.length).toBeGreaterThanOrEqual(8);
    for (const series of watched) expect(names.filter((name) => !series.includes(name))).toEqual([]);
  });

  it("selects and groups by labels that the metrics have", () => {
    const labels = new Map(
      metrics()
        .registry.getMetricsAsArray()
        .map((metric) => {
          const { name, labelNames = [] } = z
            .object({ name: z.string(), labelNames: z.array(z.string()).optional() })
            .parse(metric);
          return [name, new Set([...labelNames, ...OF_PROMETHEUS])];
        }),
    );
    const all = new Set([...labels.values()].flatMap((names) => [...names]));
    for (const file of FILES.slice(0, 2)) {
      const grouped = [...text(file).matchAll(/\bby \(([\w, ]+)\)/g)].flatMap(([, names = ""]) => names.split(/, ?/));
      expect(
        grouped.filter((name) => !all.has(name)),
        file,
      ).toEqual([]);
      const selected = [...text(file).matchAll(/\b(barker_\w+?)(?:_bucket|_sum|_count)?\{(\w+)=/g)];
      expect(selected.length, file).toBeGreaterThan(0);
      expect(
        selected.filter(([, name = "", label = ""]) => !labels.get(name)?.has(label)).map(([part]) => part),
      ).toEqual([]);
    }
  });

  it("has a panel of its own for each plot, in a dashboard that is complete", () => {
    const { panels } = Panels.parse(JSON.parse(text("docs/operating/grafana.json")));
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(panels.filter(({ targets }) => targets.length === 0)).toEqual([]);
    const shown = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join("\n");
    const own = [...text("lib/metrics.ts").matchAll(/name: "(barker_\w+)"/g)].map(([, name = ""]) => name);
    expect(own.length).toBeGreaterThan(15);
    expect(own.filter((name) => !shown.includes(name))).toEqual([]);
  });
});
