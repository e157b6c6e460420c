import { z } from "zod";
import { Account } from "@/lib/people/schema";

/** Somebody whom the viewer mutes (Mastodon `MutedAccount`). */
export const MutedAccount = Account.extend({ mute_expires_at: z.string().nullable() }).meta({ id: "MutedAccount" });
export type MutedAccount = z.infer<typeof MutedAccount>;

/** The settings of a mute. */
export interface MuteSettings {
  /** The duration in seconds; 0 means until it is ended. */
  duration: number;
  /** Whether their alerts are hidden too. */
  notifications: boolean;
}

/** A page of a list that is sorted by when its entries were created, not by who is in them. */
export interface EdgePage<Item> {
  items: Item[];
  /** The ids of the entries, by which the list is paged. */
  edges: string[];
}

/** An entry of such a list in the graph: `edge` is its id, `until` (Unix ms) when it expires. */
export const EdgeRow = z.object({ edge: z.string(), id: z.string(), until: z.number().nullable() });
export type EdgeRow = z.infer<typeof EdgeRow>;
