"use client";

import { useState } from "react";
import type { Outcome } from "@/app/_client/api";
import { createPages, createReader } from "@/app/_client/pages";
import { useStore } from "@/app/_client/use-store";

/** Makes requests one at a time, and reports a failure of the last one in a sentence. */
export function useReader() {
  const [{ trouble, read }] = useState(createReader);
  return { trouble: useStore(trouble, (sentence) => sentence, null), setTrouble: trouble.set, read };
}

/** What a list needs to load further pages: see `MorePages`. */
export interface Pages {
  /** The address of the next page; null at the end. */
  next: string | null;
  trouble: string | null;
  more: () => void;
}

/**
 * The pages of a list after its first, each read from the address that the previous one named. They start again when the
 * address after the first page changes.
 * @param readPage reads the page at an address
 */
export function usePages<Item>(
  firstNext: string | null,
  readPage: (address: string) => Promise<Outcome<Item[]>>,
): Pages & { items: Item[] } {
  const [pages, setPages] = useState(() => createPages<Item>(firstNext));
  const [onServer] = useState(() => ({ items: [] as Item[], next: firstNext }));
  const { items, next } = useStore(pages.loaded, (loaded) => loaded, onServer);
  const trouble = useStore(pages.reader.trouble, (sentence) => sentence, null);
  if (pages.first !== firstNext) setPages(createPages<Item>(firstNext));
  return { items, next, trouble, more: () => void pages.more(readPage) };
}
