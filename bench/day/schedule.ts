import { seeded, shuffled, type Random } from "@/lib/seeded";

export type DayVerb = "bark" | "read" | "like" | "rebark";

/** An action of a person (by index), some seconds after the day began. */
export interface DayAction {
  at: number;
  verb: DayVerb;
  who: number;
}

/** The small town for which the product was first planned: everybody comes every day, and a fifth of them write. */
export const TOWN = {
  people: 999,
  /** Hours awake from seven on; the day's first second is 7:00. */
  hours: 16,
  authorsShare: 0.2,
  barksPerHour: 2,
  /** Barks read in a day: half an hour per person, four a minute. */
  reads: 120_000,
  /** The number of barks on a page of Home. */
  page: 20,
  likesShare: 0.2,
  rebarksShare: 0.05,
};

/** The relative activity of each waking hour from 7:00: lunch at twelve and one, the evening from seven to ten. */
const READING = [2, 3, 2, 2, 2, 6, 6, 2, 2, 2, 2, 4, 8, 9, 8, 4];
const BARKING = [2, 3, 3, 3, 3, 4, 4, 3, 3, 3, 3, 4, 5, 5, 4, 3];
/** Within how many seconds people act on a page they have read. */
const LINGER = 120;

/** The authors: every fifth person. */
export function authorsOf(people: number): number[] {
  return Array.from({ length: Math.round(people * TOWN.authorsShare) }, (_, index) =>
    Math.floor(index / TOWN.authorsShare),
  );
}

/** The actions of a whole day, sorted by time. The same seed gives the same day. */
export function scheduleDay(seed: number): DayAction[] {
  const random = seeded(seed);
  const { people, hours, barksPerHour, authorsShare, reads, page } = TOWN;
  const barks = Math.round(people * authorsShare * barksPerHour * hours);
  const pages = reads / page;
  const day = [
    ...spread("bark", barks, BARKING, authorsOf(people), random),
    ...spread("read", pages, READING, [...Array(people).keys()], random).flatMap((read) => [
      read,
      ...follow(read, "like", page * TOWN.likesShare, random),
      ...follow(read, "rebark", page * TOWN.rebarksShare, random),
    ]),
  ];
  return day.toSorted((a, b) => a.at - b.at);
}

/** Distributes actions over the day according to the activity of its hours, and over the people in rotation. */
function spread(verb: DayVerb, count: number, busy: number[], who: number[], random: Random): DayAction[] {
  const total = busy.reduce((sum, weight) => sum + weight, 0);
  const turns = shuffled(
    random,
    Array.from({ length: count }, (_, index) => who[index % who.length] ?? 0),
  );
  return turns.map((one, index) => ({ at: moment(((index + random()) / count) * total, busy), verb, who: one }));
}

/** The second of the day by which this share of its activity is done. */
function moment(business: number, busy: number[]): number {
  let left = business;
  for (const [hour, weight] of busy.entries()) {
    if (left < weight) return (hour + left / weight) * 3_600;
    left -= weight;
  }
  return busy.length * 3_600;
}

function follow({ at, who }: DayAction, verb: DayVerb, count: number, random: Random): DayAction[] {
  const end = TOWN.hours * 3_600;
  return Array.from({ length: count }, () => ({ at: Math.min(end, at + 1 + random() * LINGER), verb, who }));
}
