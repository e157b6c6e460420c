import { z } from "zod";
import { IdText, many } from "@/lib/text/fields";

/** A path with an id in it. Anything but a decimal number is 404. */
export const IdParam = z.object({ id: IdText });

/** `id[]=1&id[]=2` (or one `id=1`), of which 40 count; ids that are not numbers name nothing. */
export const IdsQuery = z.object({
  id: many(z.string().max(100), 1_000)
    .default([])
    .transform((ids) => ids.filter((id) => IdText.safeParse(id).success).slice(0, 40)),
});

/** How many of a list: `byDefault` unless told, or for 0; more than `most` means `most`. */
export const limitOf = (byDefault: number, most: number) =>
  z.coerce
    .number()
    .int()
    .min(0)
    .default(byDefault)
    .transform((limit) => Math.min(limit || byDefault, most));

/** How many entries of a list to leave out at its beginning. */
export const Offset = z.coerce.number().int().min(0).max(1_000).default(0);
