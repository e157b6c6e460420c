import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { TRENDS_SLOT, TRENDS_SLOTS } from "@/lib/redis/keys";
import { HOUR_MS, MINUTE_MS } from "@/lib/time";
import { rank, scoreTerm } from "@/lib/trends/rules";
import type { Mention, Trend } from "@/lib/trends/schema";
import { termsOf } from "@/lib/trends/words";
import { localClock } from "@/local/town/clock";
import { makeTown, TOWN_SEED } from "@/local/town/people";

const minuteOf = (at: number) => Math.floor(at / MINUTE_MS);
const slotOf = (minute: number) => Math.floor(minute / TRENDS_SLOT);

/** The terms of the town's barks, each with its mentions, oldest first. */
function termsOfTown(size: number): Map<string, Mention[]> {
  const terms = new Map<string, Mention[]>();
  for (const [index, bark] of makeTown(size, TOWN_SEED, localClock()).barks.entries()) {
    for (const { key, said } of termsOf(bark.text, "en")) {
      // As the worker counts them.
      if (bark.answers && !said.startsWith("#")) continue;
      const mention = { author: String(bark.by), minute: minuteOf(bark.at), bark: String(index), said };
      terms.set(key, [...(terms.get(key) ?? []), mention]);
    }
  }
  return terms;
}

function trendsAt(terms: Map<string, Mention[]>, minute: number): Trend[] {
  const since = minute - (TRENDS_SLOTS + 1) * TRENDS_SLOT;
  const found = [...terms].flatMap(([key, all]) => {
    const mentions = all.filter((mention) => mention.minute <= minute && mention.minute > since);
    const at = mentions.at(-1)?.minute ?? minute;
    const week = Array.from({ length: TRENDS_SLOTS }, () => new Set<string>());
    for (const mention of mentions) week[slotOf(at) - slotOf(mention.minute)]?.add(mention.author);
    return scoreTerm({ key, mentions, at, since, week: week.map(({ size }) => size) }, minute) ?? [];
  });
  return rank(found);
}

it("the demo town never trends with everyday words, and every trend has three people", () => {
  const everyday = new Set(readFileSync("lib/trends/common/en.txt", "utf8").split(/\s+/));
  const terms = termsOfTown(300);
  const now = minuteOf(Date.now());
  const shown = Array.from({ length: 8 }, (_, ago) => trendsAt(terms, now - (ago * 6 * HOUR_MS) / MINUTE_MS)).flat();
  expect(shown.length).toBeGreaterThan(0);
  for (const trend of shown) {
    expect(new Set(trend.authors).size).toBeGreaterThanOrEqual(3);
    if (trend.kind === "topic") continue;
    const words = trend.name.toLowerCase().split(" ");
    expect(
      words.some((word) => !everyday.has(word)),
      trend.name,
    ).toBe(true);
  }
});
