import { formatDate } from "@/app/_client/format-date";

/** "14:02 · Saturday 21 November", with the year when it is not this one. `zone` undefined: the reader's own. */
export function fullDate(at: string, zone: string | undefined, now = Date.now()): string {
  const date = Date.parse(at);
  const sameYear = formatDate(date, { year: "numeric" }, zone) === formatDate(now, { year: "numeric" }, zone);
  const day = formatDate(
    date,
    { weekday: "long", day: "numeric", month: "long", ...(!sameYear && { year: "numeric" }) },
    zone,
  );
  return `${time(date, zone)} · ${day.replace(",", "")}`;
}

/** The time of day; with the day when that differs from the reference (by default today). */
export function clock(at: string, beside: string | number, zone: string | undefined): string {
  const date = Date.parse(at);
  const day = (moment: number) => formatDate(moment, { dateStyle: "short" }, zone);
  if (day(date) === day(new Date(beside).getTime())) return time(date, zone);
  return `${formatDate(date, { day: "numeric", month: "short" }, zone)}, ${time(date, zone)}`;
}

const time = (date: number, zone: string | undefined) => formatDate(date, { hour: "2-digit", minute: "2-digit" }, zone);
