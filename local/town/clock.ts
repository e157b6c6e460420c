import { DAY_MS as DAY, MINUTE_MS as MINUTE } from "@/lib/time";
import type { Condition } from "@/local/town/subject";

/** The time for which a town is generated (Unix ms), and the offset of its time zone in minutes. */
export interface Clock {
  readonly now: number;
  readonly ahead: number;
}

export { MINUTE_MS as MINUTE, HOUR_MS as HOUR, DAY_MS as DAY } from "@/lib/time";

/** The local time of this machine. */
export const localClock = (now = Date.now()): Clock => ({ now, ahead: -new Date(now).getTimezoneOffset() });

/** The local hour of the day (0–23), weekday (0 is Sunday) and month (0–11) at a moment. */
export function localTime(at: number, { ahead }: Clock): { hour: number; weekday: number; month: number } {
  const wall = new Date(at + ahead * MINUTE);
  return { hour: wall.getUTCHours(), weekday: wall.getUTCDay(), month: wall.getUTCMonth() };
}

/** The start of the local day that is `days` before today. */
export function midnight({ now, ahead }: Clock, days: number): number {
  const wall = now + ahead * MINUTE;
  return wall - (wall % DAY) - ahead * MINUTE - days * DAY;
}

/** The conditions that are true at a time. */
export function conditionsAt(at: number, clock: Clock): ReadonlySet<Condition> {
  const { hour, weekday, month } = localTime(at, clock);
  const holds: Record<Condition, boolean> = {
    cold: month >= 9 || month <= 2,
    warm: month >= 3 && month <= 8,
    weekend: weekday === 0 || weekday === 6,
    morning: hour >= 5 && hour < 11,
    evening: hour >= 17 && hour < 23,
    night: hour >= 22 || hour < 5,
  };
  return new Set((Object.keys(holds) as Condition[]).filter((condition) => holds[condition]));
}

/** Whether an hour is within a span that may go past midnight, such as 21 to 7. */
export const isWithin = (hour: number, [from, to]: readonly [number, number]): boolean =>
  from < to ? hour >= from && hour < to : hour >= from || hour < to;
