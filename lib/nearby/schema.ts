import { z } from "zod";
import { Account } from "@/lib/people/schema";

/** The cell sizes in kilometres: how exactly a person shows where they are. */
export const PRECISIONS = [2, 5, 10, 25] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Degrees: latitude -90 to 90, longitude -180 to 180. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** A number, or its digits as forms send them. Excludes values such as "", true and "0x1". */
const numeric = z.union([
  z.number().min(-1_000).max(1_000),
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,20})?$/)
    .transform(Number),
]);

/** A position that its owner shares. `hours` is how long it is shown. */
export const LocationInput = z.object({
  latitude: numeric.pipe(z.number().min(-90).max(90)),
  longitude: numeric.pipe(z.number().min(-180).max(180)),
  precision_km: numeric.default(2).pipe(z.union([z.literal(2), z.literal(5), z.literal(10), z.literal(25)])),
  hours: numeric.default(12).pipe(z.number().min(1).max(720)),
});
export type LocationInput = z.output<typeof LocationInput>;

/** One's own stored place: the centre of a cell, never the exact position. */
export const Location = z
  .object({
    latitude: z.number(),
    longitude: z.number(),
    precision_km: z.number().int(),
    expires_at: z.string(),
    /** From when on it is visible to others, and the viewer sees others from there. */
    shown_from: z.string(),
  })
  .meta({ id: "Location" });
export type Location = z.infer<typeof Location>;

/** The distance of a person, as exactly as anybody may know it. */
export const BANDS = ["lt2", "2_5", "5_10", "10_25", "25_50"] as const;
export const Band = z.enum(BANDS);
export type Band = z.infer<typeof Band>;

export const Neighbour = z
  .object({
    account: Account,
    band: Band,
    /** The band in kilometres, for display: "under 2 km" is 0 and 2. */
    from_km: z.number().int(),
    to_km: z.number().int(),
    /** The number of follows from the viewer to them, 1 to 4; null for more or none. */
    degree: z.number().int().nullable(),
  })
  .meta({ id: "Neighbour" });
export type Neighbour = z.infer<typeof Neighbour>;

/** A place in the graph and when it is shown. Times in Unix ms; `shuffleKey` sorts people inside a band. */
export const Spot = z.object({
  latitude: z.number(),
  longitude: z.number(),
  precision: z.union([z.literal(2), z.literal(5), z.literal(10), z.literal(25)]),
  from: z.number(),
  until: z.number(),
  at: z.number(),
});
export type Spot = z.infer<typeof Spot>;

/** The last cell in which a person was shown and when they last claimed it (Unix ms); the next move is compared with it. */
export const LastSpot = Spot.pick({ latitude: true, longitude: true, precision: true, at: true });
export type LastSpot = z.infer<typeof LastSpot>;

/**
 * A person's sharing state: their places by time, when and from where they moved lately, also while they share no place,
 * and a version number. `joinedAt` (Unix ms) is when the account was created.
 */
export const Sharing = z.object({
  spots: z.array(Spot),
  moves: z.array(z.number()).nullable(),
  last: LastSpot.nullable(),
  version: z.number(),
  joinedAt: z.number(),
});
export type Sharing = z.infer<typeof Sharing>;

/** Where a page of the people near somebody begins: after this band, rank and person in that day's order. */
export const NearbyCursor = z.object({
  day: z.number().int(),
  band: z.number().int(),
  rank: z.number(),
  id: z.string(),
});
export type NearbyCursor = z.infer<typeof NearbyCursor>;
