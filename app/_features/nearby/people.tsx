"use client";

import { useState } from "react";
import { send } from "@/app/_client/api";
import { Because } from "@/app/_features/circles/because";
import { ReachedPerson } from "@/app/_features/circles/found-person";
import { Sentinel, Trouble } from "@/app/_features/feed/rows";
import { byBand } from "@/app/_features/nearby/bands";
import { toNear, type Near } from "@/app/_features/nearby/near";
import type { Neighbour } from "@/lib/nearby/schema";
import type { FamiliarFollowers, Relationship } from "@/lib/people/schema";

interface NearPeopleProps {
  first: Near[];
  /** Where the second page is read from. */
  next: string | null;
}

/** Everybody near, by bands, endless: the form of the picture that can be read. */
export function NearPeople({ first, next }: NearPeopleProps) {
  const [more, setMore] = useState<{ after: string | null; people: Near[]; next: string | null } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  // What followed an earlier first page does not follow this one.
  const rest = more?.after === next ? more : null;
  const address = rest ? rest.next : next;
  const seen = new Set(first.map(({ person }) => person.id));
  const people = [...first, ...(rest?.people ?? []).filter(({ person }) => !seen.has(person.id))];

  async function read(): Promise<void> {
    if (address === null) return;
    setTrouble(null);
    const page = await send<Neighbour[]>(address);
    if (!page.ok) return setTrouble(page.sentence);
    const found = await withReasons(page.value);
    setMore({ after: next, people: [...(rest?.people ?? []), ...found], next: page.next });
  }

  return (
    <>
      {byBand(people).map((band) => (
        <section key={band.words} aria-label={`People ${band.words} away`}>
          <h2 className="-mt-px flex items-baseline gap-2 border-y border-line bg-paper px-4 pt-2.5 pb-1.5 text-[.875rem] leading-5 font-bold desk:px-5">
            <span className="first-letter:uppercase">{band.words}</span>
            <span className="text-meta font-normal text-ink-2">
              {band.people.length} {band.people.length === 1 ? "person" : "people"}
            </span>
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
      {trouble ? (
        <Trouble sentence={trouble} again={() => void read()} />
      ) : (
        address && <Sentinel key={address} seen={() => void read()} />
      )}
    </>
  );
}

async function withReasons(neighbours: Neighbour[]): Promise<Near[]> {
  const ids = new URLSearchParams(neighbours.map(({ account }) => ["id[]", account.id]));
  const [relations, familiar] = await Promise.all([
    send<Relationship[]>(`/api/v1/accounts/relationships?${ids}`),
    send<FamiliarFollowers[]>(`/api/v1/accounts/familiar_followers?${ids}`),
  ]);
  return toNear(neighbours, relations.ok ? relations.value : [], familiar.ok ? familiar.value : []);
}
