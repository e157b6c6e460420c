import { CAST, VISITOR } from "@/local/town/cast";
import { DAY, type Clock } from "@/local/town/clock";

/** A list of the visitor; its people by their places in the town. */
export interface TownList {
  by: number;
  title: string;
  at: number;
  members: readonly number[];
}

/** The visitor follows all of these. */
const LISTS = [
  { title: "Allotment", age: 30, members: "fern poppy clover acorn toad" },
  { title: "Night shift", age: 12, members: "badger heron otter finch" },
] as const;

const place = (handle: string) => CAST.findIndex((known) => known.handle === handle);

/** The visitor's lists, without people for whom the town is too small. */
export function townLists(size: number, clock: Clock): TownList[] {
  return LISTS.map(({ title, age, members }) => ({
    by: place(VISITOR),
    title,
    at: Math.floor(clock.now - age * DAY),
    members: members
      .split(" ")
      .map(place)
      .filter((member) => member < size),
  }));
}
