import type { TownBark } from "@/local/town/bark";
import { CAST } from "@/local/town/cast";
import { MINUTE, type Clock } from "@/local/town/clock";

/** A report that waits for whoever runs the demo town; its people by their places in the town. */
export interface TownReport {
  by: number;
  about: number;
  /** The bark that it names; without one, it is about the person. */
  bark?: TownBark;
  category: "spam" | "violation" | "other";
  comment: string;
  at: number;
}

const REPORTS = [
  {
    by: "wren",
    about: "newt",
    bark: "stall",
    category: "violation",
    comment: "This is the second time this week.",
    age: 180,
  },
  { by: "badger", about: "fox", bark: "acorns", category: "spam", comment: "He sent it to me as well.", age: 120 },
  {
    by: "heron",
    about: "poppy",
    category: "other",
    comment: "Says she is the baker. The baker says she is not.",
    age: 60,
  },
  { by: "toad", about: "otter", bark: "swap", category: "other", comment: "I already have a tomato.", age: 48 },
] as const;

const place = (handle: string) => CAST.findIndex((known) => known.handle === handle);

/** The reports of the town, without those of people for whom it is too small. @param named barks of the scene */
export function townReports(named: ReadonlyMap<string, TownBark>, size: number, clock: Clock): TownReport[] {
  return REPORTS.flatMap(({ by, about, category, comment, age, ...rest }): TownReport[] => {
    const bark = "bark" in rest ? named.get(rest.bark) : undefined;
    const people = { by: place(by), about: bark?.by ?? place(about) };
    if (Math.max(people.by, people.about) >= size || ("bark" in rest && !bark)) return [];
    return [{ ...people, category, comment, at: Math.floor(clock.now - age * MINUTE), ...(bark && { bark }) }];
  });
}
