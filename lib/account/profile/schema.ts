import { z } from "zod";

/** Forms say "true" or "1" where JSON says true. */
const flag = z.union([z.boolean(), z.stringbool()]);

const Pair = z.object({ name: z.string().default(""), value: z.string().default("") });

/** Clients send fields as a list or, from forms, by number: `fields_attributes[0][name]`. */
const Pairs = z.union([
  z.array(Pair),
  z.record(z.string().regex(/^\d{1,3}$/), Pair).transform((byNumber) =>
    Object.entries(byNumber)
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([, pair]) => pair),
  ),
]);

const Language = z
  .string()
  .regex(/^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/, "must be a language code")
  .transform((language) => language || null);

/**
 * What `PATCH /api/v1/accounts/update_credentials` takes; what is left out stays as it is. What the values may
 * be is in `rules`.
 * @see https://docs.joinmastodon.org/methods/accounts/#update_credentials
 */
export const ProfileChange = z.object({
  display_name: z.string().optional(),
  note: z.string().optional(),
  avatar: z.file().optional(),
  header: z.file().optional(),
  locked: flag.optional(),
  bot: flag.optional(),
  discoverable: flag.optional(),
  hide_collections: flag.optional(),
  indexable: flag.optional(),
  /** Ours: whether others may see what one likes. */
  shows_likes: flag.optional(),
  fields_attributes: Pairs.optional(),
  source: z
    .object({
      privacy: z.enum(["public", "unlisted", "private"]).optional(),
      sensitive: flag.optional(),
      language: Language.nullish(),
    })
    .optional(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;
