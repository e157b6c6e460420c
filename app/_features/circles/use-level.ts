"use client";

import { useState } from "react";
import { send } from "@/app/_client/api";
import { toListed, type Level, type Listed } from "@/app/_features/circles/level";
import type { CircleEntry } from "@/lib/circles/schema";
import type { Relationship } from "@/lib/people/schema";

/** One circle and the pages of it that were read so far. */
export function useLevel(level: Level) {
  const [more, setMore] = useState<{ people: Listed[]; next: string | null }>({ people: [], next: level.next });
  const [trouble, setTrouble] = useState<string | null>(null);
  const seen = new Set(level.people.map(({ person }) => person.id));

  async function read(): Promise<void> {
    if (more.next === null) return;
    setTrouble(null);
    const page = await send<CircleEntry[]>(more.next);
    if (!page.ok) return setTrouble(page.sentence);
    const ids = new URLSearchParams(page.value.map(({ account }) => ["id[]", account.id]));
    const relations = await send<Relationship[]>(`/api/v1/accounts/relationships?${ids}`);
    const found = toListed(page.value, relations.ok ? relations.value : []);
    setMore((before) => ({ people: [...before.people, ...found], next: page.next }));
  }

  const people = [...level.people, ...more.people.filter(({ person }) => !seen.has(person.id))];
  return { people, address: more.next, trouble, read };
}
