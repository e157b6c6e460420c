"use client";

import { nearby } from "@/app/_words/nearby";
import { mapOutcome, send } from "@/app/_client/api";
import { readRelationships } from "@/app/_client/relationships";
import { usePages } from "@/app/_client/use-pages";
import { Because } from "@/app/_features/circles/because";
import { ReachedPerson } from "@/app/_features/circles/found-person";
import { MorePages } from "@/app/_features/feed/rows";
import { byBand } from "@/app/_features/nearby/bands";
import { toNear, type Near } from "@/app/_features/nearby/near";
import type { Neighbour } from "@/lib/nearby/schema";
import type { FamiliarFollowers } from "@/lib/people/schema";

interface NearPeopleProps {
  first: Near[];
  /** The address of the second page. */
  next: string | null;
}

/** Everybody nearby by bands, endless: the picture as a readable list. */
export function NearPeople({ first, next }: NearPeopleProps) {
  const pages = usePages(next, async (address) => mapOutcome(await send<Neighbour[]>(address), withReasons));
  const seen = new Set(first.map(({ person }) => person.id));
  const people = [...first, ...pages.items.filter(({ person }) => !seen.has(person.id))];

  return (
    <>
      {byBand(people).map((band) => (
        <section key={band.words} aria-label={nearby.peopleAway(band.words)}>
          <h2 className="-mt-px flex items-baseline gap-2 border-y border-line bg-paper px-4 pt-2.5 pb-1.5 text-small leading-5 font-bold desk:px-5">
            <span className="first-letter:uppercase">{band.words}</span>
            <span className="text-meta font-normal text-ink-2">{nearby.count(band.people.length)}</span>
          </h2>
          <ul>
            {band.people.map(({ person, standing, degree, known, count }) => (
              <ReachedPerson
                key={person.id}
                anchor={`near-${person.id}`}
                person={person}
                standing={standing}
                degree={degree}
                why={degree === 2 && count > 0 && <Because known={known} count={count} degree={2} />}
              />
            ))}
          </ul>
        </section>
      ))}
      <MorePages pages={pages} />
    </>
  );
}

async function withReasons(neighbours: Neighbour[]): Promise<Near[]> {
  const ids = neighbours.map(({ account }) => account.id);
  const query = new URLSearchParams(ids.map((id) => ["id[]", id]));
  const [relations, familiar] = await Promise.all([
    readRelationships(ids),
    send<FamiliarFollowers[]>(`/api/v1/accounts/familiar_followers?${query}`),
  ]);
  return toNear(neighbours, relations, familiar.ok ? familiar.value : []);
}
