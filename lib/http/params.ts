import { z } from "zod";

/** A path with an id in it. Anything but a decimal number names nobody and nothing: 404. */
export const IdParam = z.object({ id: z.string().regex(/^\d{1,20}$/) });

/** `id[]=1&id[]=2` (or one `id=1`), at most 40; ids that are not numbers name nothing. */
export const IdsQuery = z.object({
  id: z
    .union([z.array(z.string()), z.string().transform((id) => [id])])
    .default([])
    .transform((ids) => ids.filter((id) => /^\d{1,20}$/.test(id)).slice(0, 40)),
});

/** Yes or no, as JSON has it or as forms write it ("true", "1", "on" …). */
export const Flag = z.union([z.boolean(), z.stringbool()]);

/** How many of a list: `byDefault` unless told; more than `most` means `most`. Less than 1 or no number is 422. */
export const limitOf = (byDefault: number, most: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .default(byDefault)
    .transform((limit) => Math.min(limit, most));
