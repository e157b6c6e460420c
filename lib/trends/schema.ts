import { z } from "zod";
import { Account } from "@/lib/people/schema";

/** What Redis answers of rising terms: the key, and the fields and values of its hash one after the other. */
export const TopRows = z.array(z.tuple([z.string(), z.array(z.string())]));

/** That somebody said a term: when (Unix minutes), in which bark, and how they wrote it. */
export interface Mention {
  author: string;
  minute: number;
  bark: string;
  said: string;
}

/** A term as Redis counted it. */
export interface Counted {
  key: string;
  /** The newest of each author first, then what they barked before that. */
  mentions: Mention[];
  /** When (Unix minutes) it was said last. */
  at: number;
  /** How many authors said it in the hour of `at`, and in an hour of the days before (EWMA). */
  hour: number;
  ewma: number;
}

/** A term as it stands at some moment, without the people who do not count for the viewer. */
export interface Trend {
  key: string;
  kind: "topic" | "word";
  /** How most people write it; of a topic its name, without the #. */
  name: string;
  /** All ways in which it was written. */
  said: string[];
  score: number;
  /** Who said it, those who said it last first. */
  authors: string[];
  /** The newest bark of each of them, in that order. */
  barks: string[];
  /** How many people said it in each of the last twelve hours, the oldest first. */
  hours: number[];
}

/** What the people around a viewer barked, liked and passed on of late. */
export const InterestRow = z.object({
  who: z.string(),
  how: z.enum(["barked", "liked", "rebarked"]),
  text: z.string(),
  language: z.string().nullable(),
});
export type InterestRow = z.infer<typeof InterestRow>;

/** Who followed by the viewer, or the viewer, has to do with a term: key → people. */
export type Interests = Map<string, Set<string>>;

/** A day of a topic, as Mastodon tells it: everything is a string. */
const Day = z.object({ day: z.string(), uses: z.string(), accounts: z.string() });

/** A topic that people bark about (Mastodon `Trends::Tag`), the newest day first. */
export const TrendingTag = z
  .object({ id: z.string(), name: z.string(), url: z.string(), history: z.array(Day), following: z.boolean() })
  .meta({ id: "TrendingTag" });
export type TrendingTag = z.infer<typeof TrendingTag>;

/** A link that people share (Mastodon `Trends::Link`). There are none: this Barker fetches no pages. */
export const TrendingLink = z.never().meta({ id: "TrendingLink" });

/** Why a trend is shown to this viewer. */
export const TrendReason = z.object({
  /** `followed`: people the viewer follows; `you`: their own barks and likes; `popular`: how many bark it. */
  kind: z.enum(["followed", "you", "popular"]),
  /** The followed people who have to do with it, up to 3; and how many there are in all. */
  accounts: z.array(Account),
  count: z.number().int(),
  /** Ready to be shown: "Otter and 4 you follow". */
  text: z.string(),
});

/** A topic, word or phrase that more people bark about than usually do. */
export const BarkerTrend = z
  .object({
    kind: z.enum(["topic", "word"]),
    /** As most people write it, of a topic without the #. */
    name: z.string(),
    /** The page of the topic, or a search for the word. */
    url: z.string(),
    /** What to search for to see its barks. */
    query: z.string(),
    score: z.number(),
    /** Distinct people who barked it within twelve hours, without those who do not count for this viewer. */
    people_count: z.number().int(),
    /** How many of them barked it in each of these hours, the oldest first. */
    hours: z.array(z.number().int()),
    /** Up to 3 of them: those the viewer follows first, then who said it last. */
    accounts: z.array(Account),
    why: TrendReason,
  })
  .meta({ id: "BarkerTrend" });
export type BarkerTrend = z.infer<typeof BarkerTrend>;

/** A day of a topic: how many barks by how many people. */
export const DayRow = z.object({ name: z.string(), day: z.number(), uses: z.number(), people: z.number() });
export type DayRow = z.infer<typeof DayRow>;
