import { z } from "zod";
import { Flag, many } from "@/lib/text/fields";
import { Account } from "@/lib/people/schema";

export const ReportCategory = z.enum(["spam", "legal", "violation", "other"]);
export type ReportCategory = z.infer<typeof ReportCategory>;

const Ids = many(z.string().max(40), 40);

/** The body of `POST /api/v1/reports`. `forward` is ignored, because there are no other servers. */
export const NewReport = z.object({
  account_id: z.string().max(40),
  status_ids: Ids.default([]),
  comment: z.string().trim().max(1_000).default(""),
  category: ReportCategory.optional(),
  rule_ids: Ids.default([]),
  forward: Flag.optional(),
});
export type NewReport = z.infer<typeof NewReport>;

/** A report as its author sees it (Mastodon `Report`). */
export const Report = z
  .object({
    id: z.string(),
    action_taken: z.boolean(),
    action_taken_at: z.string().nullable(),
    category: ReportCategory,
    comment: z.string(),
    forwarded: z.boolean(),
    created_at: z.string(),
    status_ids: z.array(z.string()).nullable(),
    rule_ids: z.array(z.string()).nullable(),
    target_account: Account,
  })
  .meta({ id: "Report" });
export type Report = z.infer<typeof Report>;

const Named = z.object({ id: z.string(), handle: z.string() });

const DisclosedText = z.object({ at: z.number(), text: z.string() });

/** A note of staff for staff. */
const Note = z.object({ id: z.string(), at: z.number(), by: z.string(), text: z.string() });

/** A report as staff read it. Times in Unix milliseconds; texts are as they were when it was filed. */
export const ReportRow = z.object({
  id: z.string(),
  at: z.number(),
  changedAt: z.number(),
  category: ReportCategory,
  comment: z.string(),
  ruleIds: z.array(z.string()),
  resolvedAt: z.number().nullable(),
  /** The handle of who resolved it. */
  resolvedBy: z.string().nullable(),
  resolvedById: z.string().nullable(),
  from: Named.nullable(),
  about: Named.nullable(),
  assigned: Named.nullable(),
  barks: z.array(z.object({ id: z.string(), text: z.string().nullable(), spoiler: z.string().nullable() })),
  notes: z.array(Note),
  /** Encrypted messages that the reporter disclosed, verified to be of the person that it is about. */
  messages: z.array(z.string().transform((text) => DisclosedText.parse(JSON.parse(text)))),
});
export type ReportRow = z.infer<typeof ReportRow>;

/** Which reports a list has; what is left out or null does not matter. */
export interface ReportChoice {
  state: "open" | "resolved" | "all";
  assignedId?: string | null | undefined;
  fromId?: string | null | undefined;
  aboutId?: string | null | undefined;
}

export const NoteInput = z.object({ text: z.string().trim().min(1, "can't be blank").max(2_000) });
