import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import type { Status } from "@/lib/barks/schema";
import type { Account } from "@/lib/people/schema";

/** The preview that is shown while somebody types. */
export interface SearchPreview {
  q: string;
  people: Account[];
  barks: Status[];
  topics: { name: string }[];
  /** One sentence, when the request failed. */
  trouble: string | null;
}

interface Found {
  accounts: Account[];
  statuses: Status[];
  hashtags: { name: string }[];
}

const PAUSE_MS = 200;
const MAX_RESULTS = 4;
const KEPT = 50;
const answers = new Map<string, SearchPreview>();

/** The results for the newest text; meanwhile those of the previous one; null at first. */
export function useSearchPreview(text: string): SearchPreview | null {
  const q = text.trim();
  const [found, setFound] = useState<SearchPreview | null>(() => answers.get(q) ?? null);
  useEffect(() => {
    if (q === "") return;
    let late = false;
    const timer = setTimeout(() => void look(q).then((glimpse) => late || setFound(glimpse)), PAUSE_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [q]);
  return q === "" ? null : found;
}

async function look(q: string): Promise<SearchPreview> {
  const known = answers.get(q);
  if (known) return known;
  const outcome = await send<Found>(`/api/v2/search?${new URLSearchParams({ q, limit: String(MAX_RESULTS) })}`);
  if (!outcome.ok) return { q, people: [], barks: [], topics: [], trouble: outcome.sentence };
  const { accounts, statuses, hashtags } = outcome.value;
  // Barks that match a filter of the reader's are shown only among the full results, behind their note.
  const barks = statuses.filter(({ filtered }) => filtered.length === 0);
  const glimpse = { q, people: accounts, barks, topics: hashtags, trouble: null };
  if (answers.size >= KEPT) answers.clear();
  answers.set(q, glimpse);
  return glimpse;
}
