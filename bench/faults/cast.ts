import { z } from "zod";
import { insist } from "@/bench/faults/insist";
import { makePerson, makeToken } from "@/lib/testing/people";

export interface Player {
  id: string;
  handle: string;
  token: string;
}

/** Everybody in the play. Followers follow the authors and the crier. */
export interface FaultCast {
  /** They bark all the time. */
  authors: Player[];
  /** Passes on what the `quiet` one once barked; nobody follows that one. */
  crier: Player;
  quiet: Player;
  followers: Player[];
  /** They like, and begin to follow authors, one after the other. */
  fans: Player[];
}

interface Size {
  authors: number;
  followers: number;
  fans: number;
}

export async function gather({ authors, followers, fans }: Size): Promise<FaultCast> {
  const cast: FaultCast = {
    authors: await players(authors),
    followers: await players(followers),
    fans: await players(fans),
    crier: await player(),
    quiet: await player(),
  };
  for (const follower of cast.followers)
    for (const author of [...cast.authors, cast.crier])
      await insist(z.unknown(), `/api/v1/accounts/${author.id}/follow`, { token: follower.token });
  return cast;
}

async function player(): Promise<Player> {
  const { id, handle } = await makePerson();
  return { id, handle, token: (await makeToken(id)).token };
}

/** One after the other: a small machine is busy enough. */
async function players(count: number): Promise<Player[]> {
  const made: Player[] = [];
  while (made.length < count) made.push(await player());
  return made;
}
