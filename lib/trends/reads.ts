import { z } from "zod";
import { readStatuses } from "@/lib/barks/reads";
import { filtersOf } from "@/lib/filters/reads";
import { matchesMutedWord } from "@/lib/filters/rules";
import { idFloor } from "@/lib/ids";
import { loader } from "@/lib/loader";
import { read } from "@/lib/neo4j";
import { accountsById } from "@/lib/people/reads";
import { redis } from "@/lib/redis";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { keys } from "@/lib/redis/keys";
import { singleton } from "@/lib/singleton";
import { limitedPeople } from "@/lib/strikes/reads";
import { topicKey } from "@/lib/text/entities";
import { DAY_MS, MINUTE_MS } from "@/lib/time";
import { crowdOf, interestsIn, parseTerm, personalise, rank, scoreTerm, type PersonalTrend } from "@/lib/trends/rules";
import type { TrendQuery } from "@/lib/trends/input";
import {
  DayRow,
  InterestRow,
  ReviewedTrend,
  TopRows,
  type BarkerTrend,
  type Counted,
  type Interests,
  type Trend,
  type TrendingTag,
} from "@/lib/trends/schema";
import { examplesOf, facesOf, toBarkerTrend, toTrendingTag } from "@/lib/trends/view";

/** How many of the top terms are read from Redis, and how many of these are compared with the viewer's interests. */
const RISING = 200;
const NEAR = 40;
const BARKS_EACH = 6;
/** How far back (ms) the barks, likes and rebarks of the viewer and followed people count as interests. */
const INTEREST_MS = 3 * DAY_MS;

/** The top terms as Redis counted them: the same for all viewers, cached for five seconds. */
const rising = singleton("trends", () =>
  loader<Counted[]>({
    ttl: 5_000,
    size: 1,
    load: async ([all = ""]) => {
      const answer = await redis().runScript("trends_top", [keys.trendsTop, keys.trendsSince], [String(RISING)]);
      const [since, ...rows] = TopRows.parse(answer);
      return new Map([[all, rows.map(([key, fields]) => parseTerm(key, fields, Number(since) || 0))]]);
    },
  }),
);

/** The interests of a viewer and of the people they follow, cached for five minutes. */
const interests = singleton("interests", () =>
  loader<Interests>({
    ttl: 5 * 60_000,
    size: 2_000,
    load: async (people) => {
      const found = await Promise.all(people.map(async (id) => [id, await interestsOf(id)] as const));
      return new Map(found);
    },
  }),
);

/** The daily history of topics, cached for a minute. */
const days = singleton("topic-days", () =>
  loader<DayRow[]>({
    ttl: 60_000,
    size: 500,
    load: async (names) => {
      const rows = await read("trends/topic_days", { names, floor: idFloor(Date.now() - 7 * DAY_MS) }, DayRow);
      return new Map(names.map((name) => [name, rows.filter((row) => row.name === name)]));
    },
  }),
);

/** The terms that staff keep out of trends, under the key "all"; a change is heard in all processes. */
export const hiddenTrends = singleton("hidden-trends", () =>
  sharedLoader<ReviewedTrend[]>("hidden-trends", {
    strict: true,
    ttl: 60_000,
    size: 1,
    load: async (names) => {
      const rows = await read("trends/hidden", {}, ReviewedTrend);
      return new Map(names.map((name) => [name, rows]));
    },
  }),
);

/** What trends now, for staff who decide whether it may, and what they keep out of trends. */
export async function trendsToReview(): Promise<{ shown: ReviewedTrend[]; hidden: ReviewedTrend[] }> {
  const [{ trends }, hidden = []] = await Promise.all([visible(null), hiddenTrends().get("all")]);
  return { shown: trends.slice(0, NEAR).map(({ key, name }) => ({ key, name })), hidden };
}

const Around = z.object({ followed: z.array(z.string()), estranged: z.array(z.string()) });
const Touch = z.object({ bark: z.string(), who: z.string() });

/** Trending topics, words and phrases for this viewer (null: signed out), each with the reason. */
export async function trendsFor(viewerId: string | null, { limit, offset }: TrendQuery): Promise<BarkerTrend[]> {
  const shown = (await personalTrends(viewerId)).slice(offset, offset + limit);
  const [accounts, statuses] = await Promise.all([
    accountsById(viewerId, shown.flatMap(facesOf), "offered"),
    readStatuses(viewerId, [...new Set(shown.flatMap(examplesOf))]),
  ]);
  // What its author covered, or the viewer filters, is no example.
  const open = statuses.filter(
    ({ spoiler_text, sensitive, filtered, account }) =>
      !spoiler_text && !sensitive && !filtered?.length && !account.limited,
  );
  const barks = new Map(open.map((status) => [status.id, status]));
  return shown.map((personal) => toBarkerTrend(personal, accounts, barks));
}

/** Trending topics; with `personal`, those that concern the viewer come first. */
export async function trendingTags(
  viewerId: string | null,
  { limit, offset, personal }: TrendQuery,
): Promise<TrendingTag[]> {
  const all = personal ? (await personalTrends(viewerId)).map(({ trend }) => trend) : (await visible(viewerId)).trends;
  const topics = all.filter(({ kind }) => kind === "topic").slice(offset, offset + limit);
  return tagsWithDays(topics.map(({ name }) => topicKey(name)));
}

/** Topics by their keys, with how often they were used in the last days. */
export async function tagsWithDays(names: string[]): Promise<TrendingTag[]> {
  const history = await days().getMany(names);
  return names.map((name, index) => toTrendingTag(name, history[index] ?? [], Date.now()));
}

async function personalTrends(viewerId: string | null): Promise<PersonalTrend[]> {
  const { trends, followed } = await visible(viewerId);
  if (viewerId === null) return trends.map((trend) => ({ trend, followed: [], own: false }));
  const [known, touched] = await Promise.all([interests().get(viewerId), touches(viewerId, trends.slice(0, NEAR))]);
  const joined: Interests = new Map(known);
  for (const [key, people] of touched) joined.set(key, new Set([...people, ...(joined.get(key) ?? [])]));
  return personalise(trends, { viewerId, followed: new Set(followed), interests: joined });
}

/** The trends without people who do not count for the viewer, and without words that they muted. */
async function visible(viewerId: string | null): Promise<{ trends: Trend[]; followed: string[] }> {
  const minute = Math.floor(Date.now() / MINUTE_MS);
  const [terms = [], around, filters, limited = [], hidden = []] = await Promise.all([
    rising().get("all"),
    viewerId === null ? [] : read("trends/around_person", { personId: viewerId, now: Date.now() }, Around),
    viewerId === null ? [] : filtersOf(viewerId),
    limitedPeople().get("all"),
    hiddenTrends().get("all"),
  ]);
  const kept = new Set(hidden.map(({ key }) => key));
  const without = new Set([...(around[0]?.estranged ?? []), ...limited]);
  const crowd = crowdOf(terms, minute);
  const weighed = terms.flatMap((term) => (kept.has(term.key) ? [] : (scoreTerm(term, minute, without, crowd) ?? [])));
  const trends = rank(weighed).filter(({ said }) => !said.some((wording) => matchesMutedWord(wording, filters)));
  return { trends, followed: around[0]?.followed ?? [] };
}

async function interestsOf(personId: string): Promise<Interests> {
  const floor = idFloor(Date.now() - INTEREST_MS);
  const [barked, liked] = await Promise.all([
    read("trends/barked_around", { personId, floor, people: 100, each: 5 }, InterestRow),
    read("trends/liked_by", { personId, floor, limit: 100 }, InterestRow),
  ]);
  return interestsIn([...barked, ...liked]);
}

/** Which followed people liked or rebarked a bark with the trending term. */
async function touches(viewerId: string, trends: Trend[]): Promise<Interests> {
  const ids = trends.flatMap(({ barks }) => barks.slice(0, BARKS_EACH));
  const rows = await read("trends/touched_by_followed", { personId: viewerId, ids: [...new Set(ids)] }, Touch);
  const byBark = new Map<string, string[]>();
  for (const { bark, who } of rows) byBark.set(bark, [...(byBark.get(bark) ?? []), who]);
  return new Map(trends.map(({ key, barks }) => [key, new Set(barks.flatMap((bark) => byBark.get(bark) ?? []))]));
}
