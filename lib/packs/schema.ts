import { z } from "zod";
import { PACK_DESCRIPTION, PACK_NAME, PACK_SIZE } from "@/lib/packs/rules";
import { Account } from "@/lib/people/schema";
import { Flag, IdText, many } from "@/lib/text/fields";

/** People to follow together, with a public page. */
export const StarterPack = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    /** The address of its page. */
    url: z.string(),
    /** Who made it. */
    account: Account,
    /** How many people the viewer sees in it, and up to four of them. */
    accounts_count: z.number().int(),
    sample: z.array(Account),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: "StarterPack" });
export type StarterPack = z.infer<typeof StarterPack>;

/** A starter pack as the graph has it, with the ids of the people whom the viewer sees in it. */
export const PackRow = z.object({
  pack: z.object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    at: z.number(),
    editedAt: z.number().nullable(),
    ownerId: z.string(),
    members: z.array(z.string()),
  }),
});
export type PackRow = z.infer<typeof PackRow>;

const Name = z.string().trim().min(1, "can't be blank").max(PACK_NAME);
const Description = z.string().trim().max(PACK_DESCRIPTION);
const People = many(IdText, PACK_SIZE);

/** The body of `POST /api/v1/barker/starter_packs`. */
export const NewPack = z.object({ name: Name, description: Description.default(""), account_ids: People.default([]) });
export type NewPack = z.infer<typeof NewPack>;

/** The body of `PUT /api/v1/barker/starter_packs/{id}`; what is left out stays as it is. */
export const PackChange = z.object({ name: Name.optional(), description: Description.optional() });
export type PackChange = z.infer<typeof PackChange>;

/** `account_ids[]=1&account_ids[]=2`. */
export const PackPeople = z.object({ account_ids: People });

/** Whose starter packs are asked for: of a person (by default the viewer), or those that others put the viewer into. */
export const PacksQuery = z.object({ account_id: IdText.optional(), with_me: Flag.optional() });

/** How many people were followed, asked because they approve their followers, and could not be followed. */
export const FollowedPack = z.object({
  followed: z.number().int(),
  requested: z.number().int(),
  failed: z.number().int(),
});
export type FollowedPack = z.infer<typeof FollowedPack>;
