import { z } from "zod";
import type { Status } from "@/lib/barks/schema";

/** What a list holds: a bark, or a rebark `of` another one. */
export const TimelineEntry = z.object({ id: z.string(), of: z.string().nullish() });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A page of Home, newest first. */
export interface HomePage {
  statuses: Status[];
  /** Where the reader's live stream stood when the page was read; null when it was not asked for. */
  cursor: string | null;
}

/** Which ids come next in a list: at most `limit`, newest first, both bounds exclusive. */
export interface IdRange {
  max: string;
  min: string;
  ascending: boolean;
  limit: number;
}

/** Which of somebody's barks a list holds. */
export interface PersonChoice {
  /** Replies to others: with the rest, left out, or nothing else. Replies to oneself are barks like any other. */
  replies: "all" | "none" | "only";
  rebarks: boolean;
  /** Only barks with pictures. */
  pictures: boolean;
  /** Only barks with this topic; "" for all. */
  topic: string;
}
