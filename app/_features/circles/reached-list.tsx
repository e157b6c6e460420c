"use client";

import { circles } from "@/app/_words/circles";
import { X } from "lucide-react";
import { Because } from "@/app/_features/circles/because";
import { ReachedPerson } from "@/app/_features/circles/found-person";
import { mapOutcome, send } from "@/app/_client/api";
import { readRelationships } from "@/app/_client/relationships";
import { usePages } from "@/app/_client/use-pages";
import { MorePages } from "@/app/_features/feed/rows";
import { toListed, type Level, type Listed } from "@/app/_features/circles/level";
import type { CircleEntry } from "@/lib/circles/schema";

interface ReachedListProps {
  level: Level;
  /** The person whose row is scrolled to the top. */
  chosen: string | null;
  hidden: Set<string>;
  dismiss: (person: Listed["person"]) => void;
}

/** The people of one circle, who leads to them, and the actions for them; endless. */
export function ReachedList({ level, chosen, hidden, dismiss }: ReachedListProps) {
  const pages = usePages(level.next, async (address) =>
    mapOutcome(await send<CircleEntry[]>(address), async (entries) =>
      toListed(entries, await readRelationships(entries.map(({ account }) => account.id))),
    ),
  );
  const seen = new Set(level.people.map(({ person }) => person.id));
  const people = [...level.people, ...pages.items.filter(({ person }) => !seen.has(person.id))];
  const shown = people
    .filter(({ person }) => !hidden.has(person.id))
    .toSorted((a, b) => +(b.person.id === chosen) - +(a.person.id === chosen));
  return (
    <>
      {people.some(({ sampled }) => sampled) && (
        <p className="border-b border-line bg-paper px-4 py-2.5 text-meta text-ink-2 desk:px-5">{circles.sampled}</p>
      )}
      <ul aria-label={circles.circle(level.degree)}>
        {shown.map(({ person, standing, known, count, sampled }) => (
          <ReachedPerson
            key={person.id}
            person={person}
            standing={standing}
            why={<Because known={known} count={count} degree={level.degree} sampled={sampled} />}
          >
            <button
              type="button"
              aria-label={circles.hideNamed(person.name)}
              title={circles.hide}
              onClick={() => dismiss(person)}
              className="-me-2 grid size-11 place-items-center rounded-pill text-ink-3 hover:bg-sunken"
            >
              <X className="size-5" aria-hidden="true" />
            </button>
          </ReachedPerson>
        ))}
      </ul>
      {shown.length === 0 && pages.next === null && (
        <p className="px-6 py-10 text-center text-label text-ink-2">{circles.nobodyAt(level.degree)}</p>
      )}
      <MorePages pages={pages} />
    </>
  );
}
