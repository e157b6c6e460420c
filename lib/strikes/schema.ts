import { z } from "zod";
import { Account, PersonRow } from "@/lib/people/schema";
import { LONGEST } from "@/lib/strikes/rules";
import { StaffRow } from "@/lib/staff/schema";
import { IdText, many } from "@/lib/text/fields";

/**
 * Measures against a person, in Barker's words and in Mastodon's: a warning; they cannot sign in; named barks are covered
 * or deleted; all their pictures are covered; they are limited, or suspended.
 */
export const MEASURES = {
  warn: "none",
  disable: "disable",
  cover: "mark_statuses_as_sensitive",
  delete: "delete_statuses",
  sensitive: "sensitive",
  limit: "silence",
  suspend: "suspend",
} as const;
export const Measure = z.enum(["warn", "disable", "cover", "delete", "sensitive", "limit", "suspend"]);
export type Measure = z.infer<typeof Measure>;

/** Measures that last until they are lifted. */
export const Lasting = Measure.extract(["disable", "sensitive", "limit", "suspend"]);
export type Lasting = z.infer<typeof Lasting>;

export const APPEAL_STATES = ["pending", "approved", "rejected"] as const;

/** A bark that a measure is about, with its text at that time. */
export const StruckBark = z.object({ id: z.string(), text: z.string() });
export type StruckBark = z.infer<typeof StruckBark>;

/** A measure as the graph stores it. Times in Unix milliseconds. It never says who reported, nor which report led to it. */
export const StrikeRow = z.object({
  id: z.string(),
  at: z.number(),
  measure: Measure,
  text: z.string(),
  barkIds: z.array(z.string()),
  barkTexts: z.array(z.string()),
  liftedAt: z.number().nullable(),
  appealAt: z.number().nullable(),
  appealText: z.string().nullable(),
  appealState: z.enum(APPEAL_STATES).nullable(),
  answer: z.string().nullable(),
});
export type StrikeRow = z.infer<typeof StrikeRow>;

/** A measure with its person, whoever they are now: a `Person`, suspended, or about to be deleted. */
export const StrikeOf = z.object({ strike: StrikeRow, person: PersonRow, by: z.string() });
export type StrikeOf = z.infer<typeof StrikeOf>;

/** Mastodon's `Appeal`, with its answer. */
export const Appeal = z
  .object({ text: z.string(), state: z.enum(APPEAL_STATES), answer: z.string(), created_at: z.string() })
  .meta({ id: "Appeal" });

/** What a person is told of a measure against them: Mastodon's `AccountWarning`, with the barks' texts and the end. */
export const AccountWarning = z
  .object({
    id: z.string(),
    action: z.enum(Object.values(MEASURES)),
    text: z.string(),
    status_ids: z.array(z.string()).nullable(),
    target_account: Account,
    appeal: Appeal.nullable(),
    created_at: z.string(),
    /** Extensions of Barker: the barks it is about as they were, when it was lifted, and until when one may appeal. */
    barks: z.array(StruckBark),
    lifted_at: z.string().nullable(),
    appeal_until: z.string().nullable(),
  })
  .meta({ id: "AccountWarning" });
export type AccountWarning = z.infer<typeof AccountWarning>;

/** An appeal as staff read it: the measure, and who took it. */
export const AppealMatter = z.object({ warning: AccountWarning, by: z.string() }).meta({ id: "AppealMatter" });
export type AppealMatter = z.infer<typeof AppealMatter>;

/** A person as those see them who act on them, whoever they are now. */
export const ManagedRow = z.object({
  person: PersonRow,
  suspended: z.boolean(),
  limited: z.boolean(),
  disabled: z.boolean(),
  sensitized: z.boolean(),
  /** They requested the deletion of their account. */
  leaving: z.boolean(),
  email: z.string().nullable(),
  locale: z.string(),
  staff: StaffRow,
});
export type ManagedRow = z.infer<typeof ManagedRow>;

/** A measure that is to be taken. */
export interface NewMeasure {
  measure: Measure;
  /** What the person is told. */
  text: string;
  /** The report that led to it, for the log only. */
  reportId?: string | undefined;
  /** The barks it is about: for `cover` and `delete`, those that change. */
  barkIds?: string[] | undefined;
}

export const MeasureInput = z.object({
  measure: Measure,
  text: z.string().max(LONGEST).trim().default(""),
  report_id: IdText.optional(),
  bark_ids: many(IdText, 100).default([]),
});

export const AppealInput = z.object({ text: z.string().trim().min(1, "can't be blank").max(LONGEST) });

export const AppealAnswer = z.object({ approve: z.boolean(), text: z.string().trim().max(LONGEST).default("") });

export const MeasureTaken = z.object({ id: z.string() });

export const LiftInput = z.object({ measure: Lasting });

/** The ticket that the password of somebody who cannot sign in gave them. */
export const TicketInput = z.object({ ticket: z.string().max(2_000) });

/** What somebody who cannot sign in is told. */
export const ClosedAccount = z.object({ warnings: z.array(AccountWarning) }).meta({ id: "ClosedAccount" });
export type ClosedAccount = z.infer<typeof ClosedAccount>;
