import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import type { TrendingTag } from "@/lib/trends/schema";

/** How many topics are shown before anything is typed. */
export const TALKED_ABOUT = 3;
/** For how long (ms) an answer is shown again without asking. */
const FRESH_MS = 5 * 60_000;

let last: { at: number; topics: TrendingTag[] } | null = null;

/** The topics that most people talk about now; null until they are known, none when they cannot be loaded. */
export function useTalkedAbout(): TrendingTag[] | null {
  const [topics, setTopics] = useState(() => (last && Date.now() - last.at < FRESH_MS ? last.topics : null));
  useEffect(() => {
    if (topics !== null) return;
    let left = false;
    void send<TrendingTag[]>(`/api/v1/trends/tags?limit=${TALKED_ABOUT}`).then((outcome) => {
      if (outcome.ok) last = { at: Date.now(), topics: outcome.value };
      if (!left) setTopics(outcome.ok ? outcome.value : []);
    });
    return () => {
      left = true;
    };
  }, [topics]);
  return topics;
}
