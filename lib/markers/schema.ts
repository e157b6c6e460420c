import { z } from "zod";
import { many } from "@/lib/text/fields";
import { idBound, idsOfShort } from "@/lib/ids";

/** The lists whose reading position is shared by a person's devices. */
export const LISTS = ["home", "notifications"] as const;
export type MarkerList = (typeof LISTS)[number];

/** How far somebody has read a list: Mastodon `Marker`. */
export const Marker = z
  .object({ last_read_id: z.string(), version: z.number().int(), updated_at: z.string() })
  .meta({ id: "Marker" });
export type Marker = z.infer<typeof Marker>;

export const Markers = z.object({ home: Marker.optional(), notifications: Marker.optional() }).meta({ id: "Markers" });
export type Markers = z.infer<typeof Markers>;

/** A marker as the graph stores it. `at` is in Unix milliseconds. */
export const MarkerRow = z.object({
  list: z.enum(LISTS),
  lastReadId: z.string(),
  version: z.number(),
  at: z.number(),
});
export type MarkerRow = z.infer<typeof MarkerRow>;

/** `timeline[]=home&timeline[]=notifications`; unknown lists have no marker. */
export const MarkersQuery = z.object({
  timeline: many(z.string().max(40), 20)
    .default([])
    .transform((lists) => LISTS.filter((list) => lists.includes(list))),
});

const Place = z
  .object({ last_read_id: z.union([z.string().max(40), z.number().int().nonnegative().transform(String)]) })
  .transform(({ last_read_id: raw }, context) => {
    // Clients may send back the number that a group of notifications names its newest one by.
    const id = idsOfShort(raw)?.largest ?? idBound(raw);
    if (id !== null) return id;
    context.addIssue({ code: "custom", message: "must be an id", path: ["last_read_id"] });
    return z.NEVER;
  })
  .optional();

/** `home[last_read_id]=…`, `notifications[last_read_id]=…`. */
export const MarkersChange = z.object({ home: Place, notifications: Place });
