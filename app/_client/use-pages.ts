"use client";

import { useCallback, useRef, useState } from "react";
import type { Outcome } from "@/app/_client/api";

type Success<Answer> = Extract<Outcome<Answer>, { ok: true }>;

/** Makes requests one at a time, and tells in a sentence when the last one failed. */
export function useReader() {
  const [trouble, setTrouble] = useState<string | null>(null);
  const busy = useRef(false);
  /** The answer; null when it failed, or while another request is under way. */
  const read = useCallback(async <Answer>(ask: () => Promise<Outcome<Answer>>): Promise<Success<Answer> | null> => {
    if (busy.current) return null;
    busy.current = true;
    setTrouble(null);
    const outcome = await ask();
    busy.current = false;
    if (outcome.ok) return outcome;
    setTrouble(outcome.sentence);
    return null;
  }, []);
  return { trouble, setTrouble, read };
}

/** What a list needs to go on: see `MorePages`. */
export interface Pages {
  /** Where the next page is read from; null at the end. */
  next: string | null;
  trouble: string | null;
  more: () => void;
}

/**
 * The pages of a list after its first, each read from the address that the one before it named. They start anew when the
 * first page is followed by another one than before.
 * @param readPage reads the page at an address
 */
export function usePages<Item>(
  firstNext: string | null,
  readPage: (address: string) => Promise<Outcome<Item[]>>,
): Pages & { items: Item[] } {
  const [pages, setPages] = useState<{ after: string | null; items: Item[]; next: string | null }>({
    after: firstNext,
    items: [],
    next: firstNext,
  });
  const { trouble, read } = useReader();
  const { items, next } = pages.after === firstNext ? pages : { items: [], next: firstNext };

  async function more(address: string): Promise<void> {
    const page = await read(() => readPage(address));
    if (page) setPages({ after: firstNext, items: [...items, ...page.value], next: page.next });
  }
  return { items, next, trouble, more: () => void (next !== null && more(next)) };
}
