import { Counter, Histogram, Registry } from "prom-client";
import { describe, expect, it } from "vitest";
import { histogramOf, shareWithin, sumOf } from "@/lib/watch/histogram";

/** What a process answers whose deliveries took so long (s). */
async function answerOf(seconds: number[]): Promise<string> {
  const registry = new Registry();
  const lag = new Histogram({
    name: "lag_seconds",
    help: "x",
    labelNames: ["kind"],
    buckets: [0.1, 0.2, 1],
    registers: [registry],
  });
  const jobs = new Counter({ name: "jobs_total", help: "x", labelNames: ["kind"], registers: [registry] });
  for (const [index, one] of seconds.entries()) {
    lag.observe({ kind: index % 2 === 0 ? "bark" : "like" }, one);
    jobs.inc({ kind: index % 2 === 0 ? "bark" : "like" });
  }
  return registry.metrics();
}

describe("histograms of several processes", () => {
  it("are added up, and shares lie between the bounds around them", async () => {
    const texts = [await answerOf([0.05, 0.05, 0.15, 0.15]), await answerOf([0.15, 0.15, 0.5, 0.15])];
    const histogram = histogramOf(texts, "lag_seconds");
    expect(histogram).toEqual({ bounds: [0.1, 0.2, 1, Infinity], counts: [2, 7, 8, 8] });
    expect(shareWithin(histogram, 0.25)).toBeCloseTo(0.1);
    expect(shareWithin(histogram, 0.5)).toBeCloseTo(0.14);
    expect(shareWithin(histogram, 1)).toBeCloseTo(1);
    expect(sumOf(texts, "jobs_total")).toBe(8);
  });

  it("tell the last bound of what took longer, and nothing of nothing", async () => {
    expect(shareWithin(histogramOf([await answerOf([5, 6])], "lag_seconds"), 0.5)).toBe(1);
    expect(shareWithin(histogramOf([await answerOf([])], "lag_seconds"), 0.5)).toBeNull();
    expect(shareWithin(histogramOf(["junk"], "lag_seconds"), 0.5)).toBeNull();
    expect(sumOf(["junk"], "jobs_total")).toBe(0);
  });
});
