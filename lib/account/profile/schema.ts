import { z } from "zod";
import { Flag } from "@/lib/text/fields";
import { LanguageTag } from "@/lib/text/language";

/** More than any text that is accepted: how long it is to people, `rules` say. */
const Text = z.string().max(10_000);
const Pair = z.object({ name: Text.default(""), value: Text.default("") });
/** More fields than a profile can have: `rules` say how many. */
const MANY = 20;

/** Clients send fields as a list or, from forms, by number: `fields_attributes[0][name]`. */
const Pairs = z.union([
  z.array(Pair).max(MANY),
  z.partialRecord(z.enum(Array.from({ length: MANY }, (_, index) => String(index))), Pair).transform((byNumber) =>
    Object.entries(byNumber)
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .flatMap(([, pair]) => pair ?? []),
  ),
]);

/** Blank is none. */
const Language = z.union([z.literal("").transform(() => null), LanguageTag]);

/**
 * What `PATCH /api/v1/accounts/update_credentials` takes; what is left out stays as it is. What the values may
 * be is in `rules`.
 * @see https://docs.joinmastodon.org/methods/accounts/#update_credentials
 */
export const ProfileChange = z.object({
  display_name: Text.optional(),
  note: Text.optional(),
  avatar: z.file().optional(),
  header: z.file().optional(),
  locked: Flag.optional(),
  bot: Flag.optional(),
  discoverable: Flag.optional(),
  hide_collections: Flag.optional(),
  indexable: Flag.optional(),
  /** Ours: whether others may see what one likes. */
  shows_likes: Flag.optional(),
  fields_attributes: Pairs.optional(),
  source: z
    .object({
      privacy: z.enum(["public", "unlisted", "private"]).optional(),
      sensitive: Flag.optional(),
      language: Language.nullish(),
    })
    .optional(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;
