import { z } from "zod";
import { Flag } from "@/lib/text/fields";
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

/** Which replies of others Home shows: all, those to people the reader follows, or none. */
export const HomeReplies = z.enum(["all", "followed", "none"]);

/** What a person's Home shows besides other barks. Replies to oneself, and to the reader, count as other barks. */
export const HomeChoice = z.object({ replies: HomeReplies, rebarks: z.boolean() }).meta({ id: "HomeChoice" });
export type HomeChoice = z.infer<typeof HomeChoice>;

/** The body of `PATCH /api/v1/barker/home`; what is left out stays as it is. */
export const HomeChange = z.object({ replies: HomeReplies.optional(), rebarks: Flag.optional() });

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
