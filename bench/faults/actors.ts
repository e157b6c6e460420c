import { z } from "zod";
import { requestUntilAnswered } from "@/bench/faults/request";
import { makePerson, makeToken } from "@/testing/people";

export interface Actor {
  id: string;
  handle: string;
  token: string;
}

/** The people of a scenario. Followers follow the authors and the rebarker. */
export interface Actors {
  /** They bark continuously. */
  authors: Actor[];
  /** Rebarks old barks of `quiet`, whom nobody follows. */
  rebarker: Actor;
  quiet: Actor;
  followers: Actor[];
  /** They like barks and follow authors, one after the other. */
  fans: Actor[];
}

interface Size {
  authors: number;
  followers: number;
  fans: number;
}

export async function createActors({ authors, followers, fans }: Size): Promise<Actors> {
  const actors: Actors = {
    authors: await createMany(authors),
    followers: await createMany(followers),
    fans: await createMany(fans),
    rebarker: await createActor(),
    quiet: await createActor(),
  };
  for (const follower of actors.followers)
    for (const author of [...actors.authors, actors.rebarker])
      await requestUntilAnswered(z.unknown(), `/api/v1/accounts/${author.id}/follow`, { token: follower.token });
  return actors;
}

async function createActor(): Promise<Actor> {
  const { id, handle } = await makePerson();
  return { id, handle, token: (await makeToken(id)).token };
}

/** Creates actors one after the other, to limit the load on a small machine. */
async function createMany(count: number): Promise<Actor[]> {
  const made: Actor[] = [];
  while (made.length < count) made.push(await createActor());
  return made;
}
