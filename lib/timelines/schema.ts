import { z } from "zod";
import type { Status } from "@/lib/barks/schema";

/** An entry of a timeline: a bark, or a rebark `of` another one. */
export const TimelineEntry = z.object({ id: z.string(), of: z.string().nullish() });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A page of Home, newest first. */
export interface HomePage {
  statuses: Status[];
  /** The cursor of the reader's live stream when the page was read; null when it was not asked for. */
  cursor: string | null;
}

/** Which of somebody's barks a list holds. */
export interface PersonChoice {
  /** Replies to others: included, left out, or only these. Replies to oneself count as other barks. */
  replies: "all" | "none" | "only";
  rebarks: boolean;
  /** Only barks with pictures. */
  pictures: boolean;
  /** Only barks with this topic; "" for all. */
  topic: string;
}

/** Which public barks a list holds. */
export interface PublicChoice {
  /** Only barks with pictures. */
  pictures: boolean;
}

/** Which barks a list of topics holds; topics are named by their keys. */
export interface TopicChoice extends PublicChoice {
  /** At least one of these. */
  topics: string[];
  /** All of these as well. */
  all: string[];
  /** None of these. */
  none: string[];
}
