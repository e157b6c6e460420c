import { z } from "zod";
import { IdText, many } from "@/lib/text/fields";

/** The id in a path. Anything but a decimal number is 404. */
export const IdParam = z.object({ id: IdText });

/** `id[]=1&id[]=2` (or one `id=1`), at most 40; ids that are not numbers are ignored. */
export const IdsQuery = z.object({
  id: many(z.string().max(100), 1_000)
    .default([])
    .transform((ids) => ids.filter((id) => IdText.safeParse(id).success).slice(0, 40)),
});

/** A limit with a default (also for 0) and a maximum, to which larger values are reduced. */
export const limitOf = (byDefault: number, most: number) =>
  z.coerce
    .number()
    .int()
    .min(0)
    .default(byDefault)
    .transform((limit) => Math.min(limit || byDefault, most));

/** How many entries to skip at the beginning of a list. */
export const Offset = z.coerce.number().int().min(0).max(1_000).default(0);
