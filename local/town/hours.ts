import type { Random } from "@/lib/seeded";
import { SUBJECTS, type SubjectName } from "@/local/town/barks";
import { weighted } from "@/local/town/chance";
import { HOUR, isWithin, localTime, type Clock } from "@/local/town/clock";

/** The relative activity of each hour of a day, on workdays and at weekends, midnight first. */
const WORKDAY = [3, 2, 1, 1, 1, 2, 5, 9, 9, 6, 6, 7, 9, 7, 6, 6, 8, 10, 12, 14, 15, 13, 10, 6];
const WEEKEND = [5, 3, 2, 1, 1, 1, 2, 4, 8, 11, 12, 12, 11, 10, 10, 9, 9, 10, 12, 13, 14, 13, 11, 8];

/** The relative activity of the hours of the day that contains a time. */
export function livelyHours(at: number, clock: Clock): readonly number[] {
  const { weekday } = localTime(at, clock);
  return weekday === 0 || weekday === 6 ? WEEKEND : WORKDAY;
}

/** A random time of the day that begins at `start`, at which somebody would bark about a subject. */
export function momentFor(random: Random, subject: SubjectName, start: number, clock: Clock): number {
  const { hours } = SUBJECTS[subject];
  const lively = livelyHours(start + HOUR, clock).map((weight, hour) =>
    isWithin(hour, hours) ? weight : weight * 0.06,
  );
  return Math.floor(start + (weighted(random, lively) + random()) * HOUR);
}
