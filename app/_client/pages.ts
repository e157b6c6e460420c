import type { Outcome } from "@/app/_client/api";
import { createStore, type Store } from "@/app/_client/create-store";

type Success<Answer> = Extract<Outcome<Answer>, { ok: true }>;

/** Makes requests one at a time. */
export interface Reader {
  /** Why the last request failed; null if it did not. */
  trouble: Store<string | null>;
  /** The answer; null if it failed, or while another request is running. */
  read: <Answer>(ask: () => Promise<Outcome<Answer>>) => Promise<Success<Answer> | null>;
}

export function createReader(): Reader {
  const trouble = createStore<string | null>(null);
  let busy = false;
  return {
    trouble,
    async read(ask) {
      if (busy) return null;
      busy = true;
      trouble.set(null);
      const outcome = await ask();
      busy = false;
      if (outcome.ok) return outcome;
      trouble.set(outcome.sentence);
      return null;
    },
  };
}

interface Loaded<Item> {
  items: Item[];
  /** The address of the next page; null at the end. */
  next: string | null;
}

/** The pages of a list after its first. */
export interface PageList<Item> {
  first: string | null;
  loaded: Store<Loaded<Item>>;
  reader: Reader;
  /** Reads the next page, unless one is being read or there is none. */
  more: (readPage: (address: string) => Promise<Outcome<Item[]>>) => Promise<void>;
}

/** @param first the address of the second page, as the first one named it */
export function createPages<Item>(first: string | null): PageList<Item> {
  const loaded = createStore<Loaded<Item>>({ items: [], next: first });
  const reader = createReader();
  return {
    first,
    loaded,
    reader,
    async more(readPage) {
      const { items, next } = loaded.get();
      if (next === null) return;
      const page = await reader.read(() => readPage(next));
      if (page) loaded.set({ items: [...items, ...page.value], next: page.next });
    },
  };
}
