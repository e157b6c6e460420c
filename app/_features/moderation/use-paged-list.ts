"use client";

import { useState } from "react";
import { send } from "@/app/_client/api";

/** A list that goes on where its `Link` header says. */
export function usePagedList<Item>(first: Item[], firstNext: string | null) {
  const [items, setItems] = useState(first);
  const [next, setNext] = useState(firstNext);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function more(): Promise<void> {
    if (next === null) return;
    setTrouble(null);
    const page = await send<Item[]>(next);
    if (!page.ok) return setTrouble(page.sentence);
    setItems((before) => [...before, ...page.value]);
    setNext(page.value.length === 0 ? null : page.next);
  }
  return { items, next, trouble, more };
}
