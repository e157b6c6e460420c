import type { Status } from "@/lib/barks/schema";
import { shortened } from "@/lib/text/shortened";
import { stripMarkup } from "@/lib/text/strip-markup";
import { DAY_MS } from "@/lib/time";

/** How often (ms) the mail comes, and how many barks it has. */
export const WEEK_MS = 7 * DAY_MS;
const BARKS = 5;
const EXCERPT = 200;

/**
 * The barks of a week that a mail may have: public ones of others, without a content note, those that most people liked,
 * passed on or answered first.
 * @param since Unix ms
 */
export function bestOfWeek(barks: Status[], readerId: string, since: number): Status[] {
  const likedBy = ({ favourites_count, reblogs_count, replies_count }: Status) =>
    favourites_count + reblogs_count + replies_count;
  return barks
    .filter(({ account, reblog }) => account.id !== readerId && reblog === null)
    .filter(({ visibility }) => visibility === "public" || visibility === "unlisted")
    .filter(({ spoiler_text, sensitive, content }) => spoiler_text === "" && !sensitive && stripMarkup(content) !== "")
    .filter(({ created_at }) => Date.parse(created_at) > since)
    .toSorted((a, b) => likedBy(b) - likedBy(a))
    .slice(0, BARKS);
}

interface Week {
  handle: string;
  barks: Status[];
  /** How many alerts are unread. */
  alerts: number;
  alertsUrl: string;
  /** The page on which the mail is ended. */
  unsubscribeUrl: string;
}

/** The text of the mail; null when there is nothing to tell. */
export function weeklyText({ handle, barks, alerts, alertsUrl, unsubscribeUrl }: Week): string | null {
  if (barks.length === 0 && alerts === 0) return null;
  const said = barks.map(
    ({ account, content, url }) =>
      `@${account.acct}: ${shortened(stripMarkup(content).replace(/\s+/g, " "), EXCERPT)}\n${url}`,
  );
  const parts = [
    `Hello @${handle},`,
    ...(barks.length > 0 ? ["this is what people you follow said this week:", ...said] : []),
    ...(alerts > 0 ? [`You have ${alerts === 1 ? "one alert" : `${alerts} alerts`} to read:\n${alertsUrl}`] : []),
    `You get this mail once a week because you asked for it. To end it:\n${unsubscribeUrl}`,
  ];
  return parts.join("\n\n");
}
