import { z } from "zod";

/** An id as clients send it. */
export const IdText = z.string().regex(/^\d{1,20}$/, "must be an id");

/** A path with an id in it. Anything but a decimal number names nobody and nothing: 404. */
export const IdParam = z.object({ id: IdText });

/** A list as JSON has it; one that is sent as a single plain value is a list of one. */
export const many = <Item extends z.ZodType>(item: Item, most: number) =>
  z.preprocess((sent) => (typeof sent === "string" ? [sent] : sent), z.array(item).max(most));

/** `id[]=1&id[]=2` (or one `id=1`), of which 40 count; ids that are not numbers name nothing. */
export const IdsQuery = z.object({
  id: many(z.string().max(100), 1_000)
    .default([])
    .transform((ids) => ids.filter((id) => IdText.safeParse(id).success).slice(0, 40)),
});

/** Yes or no, as JSON has it or as forms write it ("true", "1", "on" …). */
export const Flag = z.union([z.boolean(), z.string().max(8).pipe(z.stringbool())]);

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
