import { z } from "zod";
import { idFloor } from "@/lib/ids";
import { read } from "@/lib/neo4j";
import { seeded, type Random } from "@/lib/seeded";
import { handleKey } from "@/lib/people/rules";
import type { SubjectName } from "@/local/town/barks";
import { CAST, VISITOR } from "@/local/town/cast";
import { weighted } from "@/local/town/chance";
import { fellowsOf } from "@/local/town/chatter";
import { localClock, MINUTE } from "@/local/town/clock";
import { townFolk, type TownPerson } from "@/local/town/folk";
import { townFollows } from "@/local/town/follows";
import { TOWN_SEED } from "@/local/town/people";
import { wit, type Wit } from "@/local/town/replies";
import type { Fellow } from "@/local/town/phrases";
import { townSize } from "@/local/town/size";
import { speaker, type Speaker } from "@/local/town/speaker";

const Townsperson = z.object({ id: z.string(), handleKey: z.string() });
const Text = z.object({ text: z.string(), at: z.number() });

/** A bark of the last hour. */
const HeardRow = z.object({
  id: z.string(),
  text: z.string(),
  authorId: z.string(),
  at: z.number(),
  replies: z.number(),
  /** The depth in its conversation, and the author of the bark it answers. */
  depth: z.number(),
  answers: z.string().nullable(),
});
export type HeardBark = z.infer<typeof HeardRow>;

/** How many texts are remembered to avoid repetitions. */
const MEMORY = 5_000;

export interface Resident {
  id: string;
  person: TownPerson;
  /** Their index in the town's list of people. */
  place: number;
  fellows: readonly Fellow[];
}

export interface Community {
  residents: ReadonlyMap<string, Resident>;
  talk: Speaker;
  wit: Wit;
  random: Random;
}

/** The townspeople who still exist, and the latest barks. */
export async function gather(): Promise<Community> {
  const clock = localClock();
  const random = seeded(clock.now);
  const people = townFolk(townSize(), TOWN_SEED, clock);
  const fellows = fellowsOf(people, townFollows(people, TOWN_SEED, clock));
  const talk = speaker({ seed: clock.now, clock, memory: MEMORY, fellows, mayRepeat: true });
  const latest = await read("town/latest_texts", { count: MEMORY }, Text);
  const words = wit(random, { mayRepeat: true });
  for (const { text, at } of latest.toReversed()) {
    talk.remember(text, at);
    words.remember(text, at);
  }
  const handleKeys = people.map(({ handle }) => handleKey(handle));
  const ids = new Map(
    (await read("town/townspeople", { handleKeys }, Townsperson)).map((row) => [row.handleKey, row.id]),
  );
  const residents = people.flatMap((person, place): [string, Resident][] => {
    const id = ids.get(handleKey(person.handle));
    if (id === undefined || person.handle === VISITOR || person.activity === 0) return [];
    return [[id, { id, person, place, fellows: fellows[place] ?? [] }]];
  });
  return { residents: new Map(residents), talk, wit: words, random };
}

/** The public barks of the last minutes, newest first. */
export const heard = (minutes: number, limit: number): Promise<HeardBark[]> =>
  read("town/recent_barks", { after: idFloor(Date.now() - minutes * MINUTE), limit }, HeardRow);

interface Wanted {
  about?: SubjectName | null;
  /** The ids of people who may not. */
  but?: readonly (string | null)[];
  /** The chance that only the cast is asked. */
  known?: number;
}

/** A random person who may act, weighted by activity; preferably one who is interested in the subject. */
export function somebody(
  { residents, random }: Community,
  { about = null, but = [], known = 0 }: Wanted = {},
): Resident | undefined {
  const fromCast = known > 0 && random() < known;
  const free = [...residents.values()].filter(
    ({ id, place }) => !but.includes(id) && (!fromCast || place < CAST.length),
  );
  const fans = about && random() < 0.7 ? free.filter(({ person }) => person.cares.includes(about)) : [];
  const crowd = fans.length > 0 ? fans : free;
  return crowd[
    weighted(
      random,
      crowd.map(({ person }) => person.activity),
    )
  ];
}
