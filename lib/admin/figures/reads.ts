import { z } from "zod";
import { before, endOf, startsOf, periodOf, type Period } from "@/lib/admin/figures/rules";
import type { AdminMeasure, FiguresInput } from "@/lib/admin/figures/schema";
import { toMeasure } from "@/lib/admin/figures/view";
import type { Viewer } from "@/lib/auth/schema";
import { invalid } from "@/lib/errors";
import { idFloor } from "@/lib/ids";
import { read } from "@/lib/neo4j";
import { topicKey } from "@/lib/text/entities";
import { DAY_MS } from "@/lib/time";
import { DayRow } from "@/lib/trends/schema";

const DayCount = z.object({ day: z.number(), count: z.number() });
const Active = z.object({ people: z.number() });
const Used = z.object({ uses: z.number(), people: z.number() });

interface Asked {
  viewer: Viewer;
  input: FiguresInput;
  period: Period;
}

/** Reads a figure; null when it is not known. @throws ApiError invalid without what it is about */
type Figure = (asked: Asked, key: string) => Promise<AdminMeasure | null>;

/** The ids with which the days of a period begin, and the one with which the next day does. */
const bounds = (period: Period) => [...startsOf(period), endOf(period)].map(idFloor);

/** What is counted for each day and can be added up. */
function daily(count: (period: Period, viewer: Viewer) => Promise<z.infer<typeof DayCount>[]>): Figure {
  return async ({ viewer, period }, key) => {
    const [rows, earlier] = await Promise.all([count(period, viewer), count(before(period), viewer)]);
    const byDay = new Map(rows.map((row) => [row.day, row.count]));
    const counts = startsOf(period).map((at, day) => ({ at, count: byDay.get(day) ?? 0 }));
    return toMeasure(key, { total: sum(rows), previous: sum(earlier), counts });
  };
}

const sum = (rows: { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);

/** The use of a topic in public barks: how many, or how many people, who count once in the total. */
function ofTopic(part: "uses" | "people"): Figure {
  return async ({ input, period }, key) => {
    const name = topicKey(about(input, key, "id"));
    const used = async ({ from, days }: Period) => {
      const range = { name, from: idFloor(from), to: idFloor(endOf({ from, days })) };
      return (await read("admin/topic_between", range, Used))[0]?.[part] ?? 0;
    };
    const [total, previous, rows] = await Promise.all([
      used(period),
      used(before(period)),
      read("trends/topic_days", { names: [name], floor: idFloor(period.from) }, DayRow),
    ]);
    const byDay = new Map(rows.map((row) => [row.day * DAY_MS, row[part]]));
    return toMeasure(key, {
      total,
      previous,
      counts: startsOf(period).map((at) => ({ at, count: byDay.get(at) ?? 0 })),
    });
  };
}

/** What is known here of another server: nothing, since this one is connected with none. */
function ofServer(name: "id" | "domain", unit: "bytes" | null = null): Figure {
  return async ({ input, period }, key) => {
    about(input, key, name);
    const counts = startsOf(period).map((at) => ({ at, count: 0 }));
    // Mastodon's figures of a server are of all times, those of a topic are not.
    return toMeasure(key, { total: 0, counts, unit, ...(name === "id" && { previous: 0 }) });
  };
}

/** The topic or the server that a figure is about. @throws ApiError invalid */
function about(input: FiguresInput, key: string, name: string): string {
  const given = z.record(z.string(), z.string()).safeParse(Reflect.get(input, key)).data?.[name];
  if (given === undefined) throw invalid(key, "ERR_BLANK", `${key}[${name}] can't be blank`);
  return given;
}

/**
 * Who used the town is known only of periods that reach to now: a session and an access token have the time of their last
 * use and no earlier ones, so that nobody knows who was here on a day that is over.
 */
const activeUsers: Figure = async ({ period }, key) => {
  if (endOf(period) < Date.now()) return null;
  const [row] = await read("instance/active", { since: period.from }, Active);
  return toMeasure(key, { total: row?.people ?? 0, counts: [] });
};

const FIGURES: Record<string, Figure> = {
  active_users: activeUsers,
  new_users: daily((period) => read("admin/joined_days", { bounds: bounds(period) }, DayCount)),
  interactions: daily((period) => read("admin/interaction_days", { bounds: bounds(period) }, DayCount)),
  // Nobody learns of reports about themselves.
  opened_reports: daily((period, { id: viewerId }) =>
    read("admin/opened_days", { bounds: bounds(period), viewerId }, DayCount),
  ),
  resolved_reports: daily((period, { id: viewerId }) =>
    read("admin/resolved_days", { times: [...startsOf(period), endOf(period)], viewerId }, DayCount),
  ),
  tag_accounts: ofTopic("people"),
  tag_uses: ofTopic("uses"),
  tag_servers: ofServer("id"),
  instance_accounts: ofServer("domain"),
  instance_media_attachments: ofServer("domain", "bytes"),
  instance_reports: ofServer("domain"),
  instance_statuses: ofServer("domain"),
  instance_follows: ofServer("domain"),
  instance_followers: ofServer("domain"),
};

/**
 * Figures of the town in whole days (UTC), in the order in which they were asked for. What is not known is left out, as
 * Mastodon leaves out keys that it does not know. Counted is what is still there: neither deleted barks, nor likes that
 * were taken back, nor reports that are as old as the town keeps them.
 * @throws ApiError invalid without the topic or the server that a figure is about
 */
export async function figures(viewer: Viewer, input: FiguresInput): Promise<AdminMeasure[]> {
  const asked = { viewer, input, period: periodOf(input.start_at, input.end_at) };
  const keys = [...new Set(input.keys)];
  const found = await Promise.all(keys.map(async (key) => (await figureNamed(key)?.(asked, key)) ?? null));
  return found.filter((figure) => figure !== null);
}

const figureNamed = (key: string): Figure | undefined => (Object.hasOwn(FIGURES, key) ? FIGURES[key] : undefined);
