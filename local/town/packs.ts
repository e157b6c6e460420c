import { CAST } from "@/local/town/cast";
import { DAY, type Clock } from "@/local/town/clock";

/** A starter pack of the cast; its people by their places in the town. */
export interface TownPack {
  by: number;
  name: string;
  description: string;
  at: number;
  members: readonly number[];
}

const PACKS = [
  {
    by: "fern",
    name: "Seeds, pots and patience",
    description: "Whom to ask before you plant anything. Most of us swap on Saturdays at the library steps.",
    age: 40,
    members: "fern clover moss juniper maple acorn poppy toad heron",
  },
  {
    by: "otter",
    name: "First people to meet",
    description: "If you have just moved in: these answer, and most of them have a kettle.",
    age: 90,
    members: "otter badger finch clover hare fern owl wren toad maple",
  },
] as const;

const place = (handle: string) => CAST.findIndex((known) => known.handle === handle);

/** The starter packs of the town, without people for whom it is too small. */
export function townPacks(size: number, clock: Clock): TownPack[] {
  return PACKS.filter(({ by }) => place(by) < size).map(({ by, name, description, age, members }) => ({
    by: place(by),
    name,
    description,
    at: Math.floor(clock.now - age * DAY),
    members: members
      .split(" ")
      .map(place)
      .filter((member) => member >= 0 && member < size),
  }));
}
