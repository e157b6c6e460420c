import { z } from "zod";
import { Flag } from "@/lib/text/fields";
import { LanguageTag } from "@/lib/text/language";

/** Longer than any text that is accepted; the real limits are in `rules`. */
const Text = z.string().max(10_000);
const Pair = z.object({ name: Text.default(""), value: Text.default("") });
/** More fields than a profile can have; the real limit is in `rules`. */
const MANY = 20;

/** Clients send fields as an array or, from forms, by number: `fields_attributes[0][name]`. */
const Pairs = z.union([
  z.array(Pair).max(MANY),
  z.partialRecord(z.enum(Array.from({ length: MANY }, (_, index) => String(index))), Pair).transform((byNumber) =>
    Object.entries(byNumber)
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .flatMap(([, pair]) => pair ?? []),
  ),
]);

/** An empty string means no language. */
const Language = z.union([z.literal("").transform(() => null), LanguageTag]);

/**
 * The body of `PATCH /api/v1/accounts/update_credentials`; fields that are left out stay as they are. The rules for the
 * values are in `rules`.
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
  /** An extension of Barker: whether others may see what this person likes. */
  shows_likes: Flag.optional(),
  fields_attributes: Pairs.optional(),
  source: z
    .object({
      privacy: z.enum(["public", "unlisted", "private"]).optional(),
      sensitive: Flag.optional(),
      language: Language.nullish(),
      quote_policy: z.enum(["public", "followers", "nobody"]).optional(),
    })
    .optional(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;
