import { z } from "zod";
import { Account } from "@/lib/people/schema";

/** How many follows away: those one follows are the first circle, which has its own list. */
export const Degree = z.union([z.literal(2), z.literal(3), z.literal(4)]);
export type Degree = z.infer<typeof Degree>;

/** Somebody of a circle, and who of the circle before leads to them. */
export const CircleEntry = z
  .object({
    account: Account,
    degree: z.number().int(),
    /** Up to three, those closest to the viewer first. */
    known_followers: z.array(Account),
    /** How many lead to them in all; at least so many when `sampled`. */
    known_followers_count: z.number().int(),
    /** Not everybody in between was asked: somebody follows more people than are walked through. */
    sampled: z.boolean(),
  })
  .meta({ id: "CircleEntry" });
export type CircleEntry = z.infer<typeof CircleEntry>;

/** Somebody worth following (Mastodon `Suggestion`), and because of whom. */
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

/** Somebody of a circle as the graph tells it: by ids. */
export const CircleRow = z.object({
  id: z.string(),
  ways: z.number(),
  followers: z.number(),
  /** How many people the whole circle has. */
  total: z.number(),
  known: z.array(z.string()),
  sampled: z.boolean(),
});
export type CircleRow = z.infer<typeof CircleRow>;

/** Where a circle's list goes on: behind this person, with their place in its order. */
export const CircleCursor = z.object({ ways: z.number().int(), followers: z.number().int(), id: z.string() });
export type CircleCursor = z.infer<typeof CircleCursor>;
