import { formatDate } from "@/app/_client/format-date";
import { messages as sentences } from "@/app/_words/messages";
const DAY_MS = 86_400_000;

/** The time of day: "9:18". */
export function timeOf(at: number): string {
  return formatDate(at, { hour: "numeric", minute: "2-digit" });
}

/** How many midnights of the reader's are between two moments. */
function daysBetween(at: number, now: number): number {
  const midnight = (moment: number) => new Date(moment).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(at)) / DAY_MS);
}

/** When something of a list happened: "9:18" today, "Tue" within a week, then "18 Nov", and the year when it is another. */
export function listTime(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days <= 0) return timeOf(at);
  if (days < 7) return formatDate(at, { weekday: "short" });
  return formatDate(at, { day: "numeric", month: "short", ...(!sameYear(at, now) && { year: "numeric" }) });
}

/** A day as a heading: "Today", "Yesterday", "Tuesday", "18 November". */
export function dayOf(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days <= 0) return "Today";
  if (days === 1) return "Yesterday";
  if (days < 7) return formatDate(at, { weekday: "long" });
  return dateOf(at, now);
}

/** A date in words: "18 November", with the year when it is another. */
export function dateOf(at: number, now: number): string {
  return formatDate(at, { day: "numeric", month: "long", ...(!sameYear(at, now) && { year: "numeric" }) });
}

/** The day and the time: "Today 8:31". */
export function momentOf(at: number, now: number): string {
  return `${dayOf(at, now)} ${timeOf(at)}`;
}

/** How long ago: "just now", "2 min ago", "3 h ago", then the date. */
export function agoOf(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return sentences.minAgo(minutes);
  if (minutes < 1_440) return `${Math.floor(minutes / 60)} h ago`;
  return `on ${dateOf(at, now)}`;
}

/** Whether two moments are on the same day for the reader. */
export function sameDay(a: number, b: number): boolean {
  return daysBetween(a, b) === 0;
}

const sameYear = (a: number, b: number) => new Date(a).getFullYear() === new Date(b).getFullYear();
