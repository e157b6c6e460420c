import { z } from "zod";

/** The lists whose reading a person's devices share. */
export const LISTS = ["home", "notifications"] as const;
export type List = (typeof LISTS)[number];

/** How far somebody has read a list: Mastodon `Marker`. */
export const Marker = z
  .object({ last_read_id: z.string(), version: z.number().int(), updated_at: z.string() })
  .meta({ id: "Marker" });
export type Marker = z.infer<typeof Marker>;

export const Markers = z.object({ home: Marker.optional(), notifications: Marker.optional() }).meta({ id: "Markers" });
export type Markers = z.infer<typeof Markers>;

/** A marker as the graph holds it. `at` is in Unix milliseconds. */
export const MarkerRow = z.object({
  list: z.enum(LISTS),
  lastReadId: z.string(),
  version: z.number(),
  at: z.number(),
});
export type MarkerRow = z.infer<typeof MarkerRow>;
