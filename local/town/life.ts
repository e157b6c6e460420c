import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { createBark } from "@/lib/barks/writes";
import { log } from "@/lib/log";
import { read } from "@/lib/neo4j";
import { seeded, type Random } from "@/lib/people/seeded";
import { handleKey } from "@/lib/people/rules";
import { VISITOR } from "@/local/town/cast";
import { weighted } from "@/local/town/chance";
import { fellowsOf } from "@/local/town/chatter";
import { localClock } from "@/local/town/clock";
import { townFolk, type TownPerson } from "@/local/town/folk";
import { townFollows } from "@/local/town/follows";
import { TOWN_SEED } from "@/local/town/people";
import { townSize } from "@/local/town/size";
import { speaker, type Speaker } from "@/local/town/speaker";

const Townsperson = z.object({ id: z.string(), handleKey: z.string() });
const Text = z.object({ text: z.string() });

/** How many texts the town keeps in mind so as not to repeat them. */
const MEMORY = 5_000;
/** How long to wait when a store is away, in milliseconds. */
const AWAY = 5_000;

interface Resident {
  id: string;
  person: TownPerson;
  /** Their place in the town's list of people. */
  place: number;
}

interface Community {
  residents: Resident[];
  weights: number[];
  talk: Speaker;
}

/** Lets somebody in town bark every few seconds until the signal; a store that is away is waited for. */
export async function life(stop: AbortSignal): Promise<void> {
  const random = seeded(Date.now());
  let community: Community | null = null;
  let away = false;
  while (!stop.aborted) {
    try {
      community ??= await gather();
      await barkOnce(community, random);
      if (away) log().info("the town barks again");
      away = false;
    } catch (error) {
      if (!away) log().warn({ err: error }, "the town waits for its stores");
      away = true;
    }
    await sleep(away ? AWAY : pause(random), undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Milliseconds until the next bark: 4 s on average, never under one and rarely over ten. */
export function pause(random: Random): number {
  return 1_000 + Math.min(14_000, -3_000 * Math.log(1 - random()));
}

/** The townspeople who still live here, and what was barked lately. */
async function gather(): Promise<Community> {
  const clock = localClock();
  const people = townFolk(townSize(), TOWN_SEED, clock);
  const fellows = fellowsOf(people, townFollows(people, TOWN_SEED, clock));
  const talk = speaker({ seed: clock.now, clock, memory: MEMORY, fellows });
  const latest = await read("town/latest_texts", { count: MEMORY }, Text);
  for (const { text } of latest.toReversed()) talk.remember(text);
  const rows = await read(
    "town/townspeople",
    { handleKeys: people.map(({ handle }) => handleKey(handle)) },
    Townsperson,
  );
  const ids = new Map(rows.map((row) => [row.handleKey, row.id]));
  const residents = people.flatMap((person, place) => {
    const id = ids.get(handleKey(person.handle));
    return id !== undefined && person.handle !== VISITOR && person.activity > 0 ? [{ id, person, place }] : [];
  });
  return { residents, weights: residents.map(({ person }) => person.activity), talk };
}

async function barkOnce({ residents, weights, talk }: Community, random: Random): Promise<void> {
  const resident = residents[weighted(random, weights)];
  const said = resident && talk.speak(resident.person, resident.place, Date.now());
  if (said) await createBark(resident.id, { text: said.text, language: "en" });
}
