/** "14:02 · Saturday 21 November", with the year when it is not this one. `zone` undefined: the reader's own. */
export function fullDate(at: string, zone: string | undefined, now = Date.now()): string {
  const date = Date.parse(at);
  const sameYear = format(date, { year: "numeric" }, zone) === format(now, { year: "numeric" }, zone);
  const day = format(
    date,
    { weekday: "long", day: "numeric", month: "long", ...(!sameYear && { year: "numeric" }) },
    zone,
  );
  return `${time(date, zone)} · ${day.replace(",", "")}`;
}

/** The time of day; with the day when that differs from the reference (by default today). */
export function clock(at: string, beside: string | number, zone: string | undefined): string {
  const date = Date.parse(at);
  const day = (moment: number) => format(moment, { dateStyle: "short" }, zone);
  if (day(date) === day(new Date(beside).getTime())) return time(date, zone);
  return `${format(date, { day: "numeric", month: "short" }, zone)}, ${time(date, zone)}`;
}

const time = (date: number, zone: string | undefined) => format(date, { hour: "2-digit", minute: "2-digit" }, zone);

function format(date: number, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone }).format(date);
}
