import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import type { Status } from "@/lib/barks/schema";
import type { Account } from "@/lib/people/schema";
import { topicKey } from "@/lib/text/entities";
import { DAY_MS } from "@/lib/time";
import type { PersonalTrend } from "@/lib/trends/rules";
import type { BarkerTrend, DayRow, Trend, TrendingTag } from "@/lib/trends/schema";

const SHOWN = 3;
/** How many of the people who used a term are checked for whether they may be shown. */
export const SAMPLED_MENTIONS = 8;
const DAYS = 7;
const EXAMPLES = 3;

/** The people a trend may show: followed people first, then others by latest mention. */
export function facesOf({ trend, followed }: PersonalTrend): string[] {
  return [...new Set([...followed.slice(0, SHOWN), ...trend.authors.slice(0, SAMPLED_MENTIONS)])];
}

/** The barks among which the example of a trend is chosen: those of followed people first. */
export function examplesOf({ trend, followed }: PersonalTrend): string[] {
  const known = trend.barks.filter((_, index) => followed.includes(trend.authors[index] ?? ""));
  return [...new Set([...known, ...trend.barks])].slice(0, EXAMPLES);
}

/**
 * A trend with its reason and an example.
 * @param accounts the existing accounts of its faces, by id
 * @param barks those of its examples that the viewer may see, by id
 */
export function toBarkerTrend(
  personal: PersonalTrend,
  accounts: ReadonlyMap<string, Account>,
  barks: ReadonlyMap<string, Status>,
): BarkerTrend {
  const { trend, followed } = personal;
  const known = followed.slice(0, SHOWN).flatMap((id) => accounts.get(id) ?? []);
  const others = facesOf(personal).flatMap((id) => accounts.get(id) ?? []);
  const faces = others.filter((account) => followed.includes(account.id) || account.discoverable !== false);
  const query = queryOf(trend);
  return {
    kind: trend.kind,
    name: trend.name,
    url: env().BARKER_ORIGIN + (trend.kind === "topic" ? paths.topic(topicKey(trend.name)) : paths.search(query)),
    query,
    score: Math.round(trend.score * 100) / 100,
    people_count: trend.authors.length,
    usual_count: trend.usual === null ? null : Math.round(trend.usual),
    hours: trend.hours,
    accounts: faces.slice(0, SHOWN),
    why: whyOf(personal, known),
    example: examplesOf(personal).flatMap((id) => barks.get(id) ?? [])[0] ?? null,
  };
}

function queryOf({ kind, name }: Trend): string {
  if (kind === "topic") return `#${name}`;
  return name.includes(" ") ? `"${name}"` : name;
}

function whyOf({ trend, followed, own }: PersonalTrend, known: Account[]): BarkerTrend["why"] {
  const [first] = known;
  if (first) {
    const name = first.display_name || first.username;
    const others = followed.length - 1;
    const text = others > 0 ? `${name} and ${others} you follow` : `${name}, whom you follow`;
    return { kind: "followed", accounts: known, count: followed.length, text };
  }
  const nobody = { accounts: [], count: 0 };
  if (own) return { kind: "you", ...nobody, text: "You are part of this" };
  return { kind: "popular", ...nobody, text: `${trend.authors.length} people lately` };
}

/** A topic in Mastodon's format. @param days what is known of its last days */
export function toTrendingTag(key: string, days: DayRow[], now: number): TrendingTag {
  const today = Math.floor(now / DAY_MS);
  const history = Array.from({ length: DAYS }, (_, ago) => {
    const day = days.find((row) => row.day === today - ago);
    const start = ((today - ago) * DAY_MS) / 1_000;
    return { day: String(start), uses: String(day?.uses ?? 0), accounts: String(day?.people ?? 0) };
  });
  return { id: key, name: key, url: env().BARKER_ORIGIN + paths.topic(key), history, following: false };
}
