import { z } from "zod";
import { Account } from "@/lib/people/schema";

/** Distance in follows. The first circle, the people one follows, has a list of its own. */
export const Degree = z.union([z.literal(2), z.literal(3), z.literal(4)]);
export type Degree = z.infer<typeof Degree>;

/** A person of a circle, and the people of the previous circle who lead to them. */
export const CircleEntry = z
  .object({
    account: Account,
    degree: z.number().int(),
    /** Up to three, those closest to the viewer first. */
    known_followers: z.array(Account),
    /** The number of people who lead to this person; a lower bound when `sampled`. */
    known_followers_count: z.number().int(),
    /** True when the search was cut off because somebody follows too many people. */
    sampled: z.boolean(),
  })
  .meta({ id: "CircleEntry" });
export type CircleEntry = z.infer<typeof CircleEntry>;

/** A person worth following and the reason (Mastodon `Suggestion`). */
export const Suggestion = z
  .object({
    source: z.enum(["past_interactions", "global"]),
    sources: z.array(z.enum(["friends_of_friends", "most_followed"])),
    account: Account,
    known_followers: z.array(Account),
    known_followers_count: z.number().int(),
  })
  .meta({ id: "Suggestion" });
export type Suggestion = z.infer<typeof Suggestion>;

/** What somebody's newest barks are like. */
export const HabitRow = z.object({
  id: z.string(),
  /** The topic that they tag most, if more than once. */
  topic: z.string().nullable(),
  /** How many of the barks have pictures, and how many answer somebody else. */
  pictures: z.number(),
  replies: z.number(),
  /** The likes of all of them. */
  likes: z.number(),
});
export type HabitRow = z.infer<typeof HabitRow>;

/** Somebody to start with, and why: for people who follow nobody yet. */
export interface Starter {
  account: Account;
  reason:
    | { kind: "known"; names: string[]; count: number }
    | { kind: "topic"; topic: string }
    | { kind: "liked" | "pictures" | "answers" | "invited" }
    | { kind: "bio"; words: string }
    | { kind: "followers"; count: number };
}

/** A person of a circle as the graph returns them, by ids. */
export const CircleRow = z.object({
  id: z.string(),
  ways: z.number(),
  followers: z.number(),
  /** The size of the whole circle. */
  total: z.number(),
  known: z.array(z.string()),
  sampled: z.boolean(),
});
export type CircleRow = z.infer<typeof CircleRow>;

/** The position after which a circle's list continues. */
export const CircleCursor = z.object({ ways: z.number().int(), followers: z.number().int(), id: z.string() });
export type CircleCursor = z.infer<typeof CircleCursor>;
