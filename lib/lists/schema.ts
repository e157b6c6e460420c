import { z } from "zod";
import type { Account } from "@/lib/people/schema";
import { Flag, IdText, many } from "@/lib/text/fields";

/** How many lists a person may have, and how many people a list. Each member is looked up when a list is read. */
export const LIST_LIMIT = 50;
export const MEMBER_LIMIT = 500;

/** Which replies to others a list shows: to people whom its owner follows, to its members, or none. */
export const RepliesPolicy = z.enum(["followed", "list", "none"]);

/** A list of people (Mastodon `List`). An exclusive one takes the barks of its members out of Home. */
export const List = z
  .object({ id: z.string(), title: z.string(), replies_policy: RepliesPolicy, exclusive: z.boolean() })
  .meta({ id: "List" });
export type List = z.infer<typeof List>;

/** A list with the number of its people, and some of them. */
export type ListWithFaces = List & { count: number; sample: Account[] };

/** A list as the graph has it. */
export const ListRow = z.object({
  list: z.object({ id: z.string(), title: z.string(), repliesPolicy: RepliesPolicy, exclusive: z.boolean() }),
});
export type ListRow = z.infer<typeof ListRow>;

const Title = z.string().trim().min(1, "can't be blank").max(200);

/** The body of `POST /api/v1/lists`. */
export const NewList = z.object({
  title: Title,
  replies_policy: RepliesPolicy.default("list"),
  exclusive: Flag.default(false),
});
export type NewList = z.infer<typeof NewList>;

/** The body of `PUT /api/v1/lists/{id}`; what is left out stays as it is. */
export const ListChange = z.object({
  title: Title.optional(),
  replies_policy: RepliesPolicy.optional(),
  exclusive: Flag.optional(),
});
export type ListChange = z.infer<typeof ListChange>;

/** `account_ids[]=1&account_ids[]=2`. */
export const Members = z.object({ account_ids: many(IdText, MEMBER_LIMIT) });
