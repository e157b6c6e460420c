import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import type { Account } from "@/lib/people/schema";
import type { TrendingTag } from "@/lib/trends/schema";

/** How many topics, or people, are shown before anything is typed. */
export const TALKED_ABOUT = 3;
/** For how long (ms) an answer is shown again without asking. */
const FRESH_MS = 5 * 60_000;

/** What there is to look at before anything is typed: topics or, in a town that has none yet, people. */
export interface TalkedAbout {
  topics: TrendingTag[];
  people: Account[];
}

let last: { at: number; viewerId: string | null; found: TalkedAbout } | null = null;

/**
 * The topics that most people talk about now, or who barked last where nobody has talked about one yet.
 * @returns null until they are known; none when they cannot be loaded
 */
export function useTalkedAbout(viewerId: string | null): TalkedAbout | null {
  const [found, setFound] = useState(() =>
    last && last.viewerId === viewerId && Date.now() - last.at < FRESH_MS ? last.found : null,
  );
  useEffect(() => {
    if (found !== null) return;
    let left = false;
    void ask(viewerId).then((answer) => {
      if (answer) last = { at: Date.now(), viewerId, found: answer };
      if (!left) setFound(answer ?? { topics: [], people: [] });
    });
    return () => {
      left = true;
    };
  }, [found, viewerId]);
  return found;
}

async function ask(viewerId: string | null): Promise<TalkedAbout | null> {
  const topics = await send<TrendingTag[]>(`/api/v1/trends/tags?limit=${TALKED_ABOUT}`);
  if (!topics.ok) return null;
  if (topics.value.length > 0) return { topics: topics.value, people: [] };
  // One more than is shown, since one of them may be the viewer.
  const people = await send<Account[]>(`/api/v1/directory?order=active&limit=${TALKED_ABOUT + 1}`);
  if (!people.ok) return null;
  return { topics: [], people: people.value.filter(({ id }) => id !== viewerId).slice(0, TALKED_ABOUT) };
}
