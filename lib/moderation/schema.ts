import { z } from "zod";
import { Account } from "@/lib/people/schema";

/** Somebody whom the viewer mutes (Mastodon `MutedAccount`). */
export const MutedAccount = Account.extend({ mute_expires_at: z.string().nullable() }).meta({ id: "MutedAccount" });
export type MutedAccount = z.infer<typeof MutedAccount>;

/** How somebody is muted. */
export interface MuteWishes {
  /** For how long, in seconds; 0 means until it is ended. */
  duration: number;
  /** Their alerts are kept away too. */
  notifications: boolean;
}

/** A page of a list whose entries are ordered by when they were made, not by who is in them. */
export interface EdgePage<Item> {
  items: Item[];
  /** Ids of the entries themselves, which the page is continued by. */
  edges: string[];
}

/** A list of people as the graph holds it: `edge` is the entry, `until` (Unix ms) its end. */
export const EdgeRow = z.object({ edge: z.string(), id: z.string(), until: z.number().nullable() });
export type EdgeRow = z.infer<typeof EdgeRow>;
