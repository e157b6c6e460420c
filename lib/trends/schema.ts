import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { Account } from "@/lib/people/schema";

/** Redis's answer: since when it counts, then each top term with the alternating fields and values of its hash. */
export const TopRows = z.tuple([z.string()], z.tuple([z.string(), z.array(z.string())]));

/** A use of a term: when (Unix minutes), in which bark, and in which spelling. */
export interface Mention {
  author: string;
  minute: number;
  bark: string;
  said: string;
}

/** A term as Redis counted it. */
export interface Counted {
  key: string;
  /** The newest mention of each author first, then their earlier ones. */
  mentions: Mention[];
  /** The time (Unix minutes) of the last mention. */
  at: number;
  /** The number of authors in each six hours, newest first, from those of `at`. */
  week: number[];
  /** Since when (Unix minutes) barks are counted. */
  since: number;
}

/** A term at some moment, without the people who do not count for the viewer. */
export interface Trend {
  key: string;
  kind: "topic" | "word";
  /** The most frequent spelling; for a topic its name, without the #. */
  name: string;
  /** All spellings. */
  said: string[];
  score: number;
  /** The people who used it, latest mention first. */
  authors: string[];
  /** The newest bark of each of them, in the same order. */
  barks: string[];
  /** How many people used it in each of the last twelve hours, oldest first. */
  hours: number[];
  /** How many people use it in twelve hours of the week before; null in a town's first day. */
  usual: number | null;
}

/** What the people around a viewer barked, liked and rebarked lately. */
export const InterestRow = z.object({
  who: z.string(),
  how: z.enum(["barked", "liked", "rebarked"]),
  text: z.string(),
  language: z.string().nullable(),
});
export type InterestRow = z.infer<typeof InterestRow>;

/** The viewer and the followed people who are interested in a term: key → people. */
export type Interests = Map<string, Set<string>>;

/** A day of a topic in Mastodon's format, in which everything is a string. */
const Day = z.object({ day: z.string(), uses: z.string(), accounts: z.string() });

/** A trending topic (Mastodon `Trends::Tag`), the newest day first. */
export const TrendingTag = z
  .object({ id: z.string(), name: z.string(), url: z.string(), history: z.array(Day), following: z.boolean() })
  .meta({ id: "TrendingTag" });
export type TrendingTag = z.infer<typeof TrendingTag>;

/** A trending link (Mastodon `Trends::Link`). There are none (decision 042). */
export const TrendingLink = z.never().meta({ id: "TrendingLink" });

/** Why a trend is shown to this viewer. */
export const TrendReason = z.object({
  /** `followed`: people the viewer follows; `you`: their own barks and likes; `popular`: the number of people. */
  kind: z.enum(["followed", "you", "popular"]),
  /** Up to 3 followed people who take part, and how many there are in all. */
  accounts: z.array(Account),
  count: z.number().int(),
  /** Ready for display: "Otter and 4 you follow". */
  text: z.string(),
});

/** A topic, word or phrase that is used by more people than usual. */
export const BarkerTrend = z
  .object({
    kind: z.enum(["topic", "word"]),
    /** The most frequent spelling; for a topic without the #. */
    name: z.string(),
    /** The page of the topic, or a search for the word. */
    url: z.string(),
    /** A search query that finds its barks. */
    query: z.string(),
    score: z.number(),
    /** The number of people who barked it within twelve hours, without those who do not count for this viewer. */
    people_count: z.number().int(),
    /** How many people bark it in twelve hours on average in the week before; null until a day was counted. */
    usual_count: z.number().int().nullable(),
    /** How many of them barked it in each of these hours, oldest first. */
    hours: z.array(z.number().int()),
    /** Up to 3 of them: people the viewer follows first, then by latest mention. */
    accounts: z.array(Account),
    why: TrendReason,
    /** One of its barks: of somebody the viewer follows if there is one, otherwise the newest. */
    example: Status.nullable(),
  })
  .meta({ id: "BarkerTrend" });
export type BarkerTrend = z.infer<typeof BarkerTrend>;

/** A day of a topic: the number of barks and of people. */
export const DayRow = z.object({ name: z.string(), day: z.number(), uses: z.number(), people: z.number() });
export type DayRow = z.infer<typeof DayRow>;

/** A trending topic as staff see it (Mastodon `Admin::Tag`). */
export const AdminTag = TrendingTag.extend({
  trendable: z.boolean(),
  usable: z.boolean(),
  requires_review: z.boolean(),
}).meta({ id: "AdminTag" });

/** A term that trends or that staff keep out of trends. */
export const ReviewedTrend = z.object({ key: z.string(), name: z.string() });
export type ReviewedTrend = z.infer<typeof ReviewedTrend>;
