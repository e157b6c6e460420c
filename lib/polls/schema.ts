import { z } from "zod";
import { OPTION_FAULTS, OPTION_LIMIT, optionFault, POLL_LIMITS } from "@/lib/polls/rules";
import { cleanText } from "@/lib/text/clean";
import { Flag, many } from "@/lib/text/fields";

/**
 * The poll of a bark: Mastodon `Poll`. Its id is the bark's. Without a viewer, `voted` and `own_votes` are missing.
 * @see https://docs.joinmastodon.org/entities/Poll/
 */
export const Poll = z
  .object({
    id: z.string(),
    expires_at: z.string(),
    expired: z.boolean(),
    multiple: z.boolean(),
    votes_count: z.number().int(),
    voters_count: z.number().int(),
    voted: z.boolean().optional(),
    own_votes: z.array(z.number().int()).optional(),
    /** `votes_count` is null while the totals are hidden. */
    options: z.array(z.object({ title: z.string(), votes_count: z.number().int().nullable() })),
    emojis: z.array(z.never()),
  })
  .meta({ id: "Poll" });
export type Poll = z.infer<typeof Poll>;

/** A poll as stored in the graph. `endsAt` is in Unix ms. */
export const PollRow = z.object({
  multiple: z.boolean(),
  hideTotals: z.boolean(),
  endsAt: z.number(),
  voters: z.number(),
  options: z
    .array(z.object({ place: z.number(), title: z.string(), votes: z.number() }))
    .transform((options) => options.toSorted((a, b) => a.place - b.place)),
});
export type PollRow = z.infer<typeof PollRow>;

/** The poll of a version of a bark: that which the bark has now, or one that an edit replaced. */
export const VersionPoll = z.object({ current: z.boolean(), row: PollRow }).nullable();

/** Forms number the options (`poll[options][0]`) or not (`poll[options][]`). */
const Options = z.preprocess(
  (sent) => (typeof sent === "object" && sent !== null && !Array.isArray(sent) ? Object.values(sent) : sent),
  many(z.string().max(1_000).transform(cleanText), 100).superRefine((options, context) => {
    const fault = optionFault(options);
    if (fault !== null) context.addIssue({ code: "custom", message: OPTION_FAULTS[fault] });
  }),
);

const DURATION = "must be 5 minutes to 7 days";

/** The poll in a body of `POST` and `PUT /api/v1/statuses`; `expires_in` is in seconds. */
export const NewPoll = z.object({
  options: Options,
  expires_in: z.coerce
    .number({ error: DURATION })
    .int(DURATION)
    .min(POLL_LIMITS.min_expiration, DURATION)
    .max(POLL_LIMITS.max_expiration, DURATION),
  multiple: Flag.default(false),
  hide_totals: Flag.default(false),
});
export type NewPoll = z.infer<typeof NewPoll>;

/** A poll that is not asked yet, in answers. */
export const PlannedPoll = z.object({
  options: z.array(z.string()),
  expires_in: z.number().int(),
  multiple: z.boolean(),
  hide_totals: z.boolean(),
});

/** The body of `POST /api/v1/polls/{id}/votes`. */
export const Ballot = z.object({
  choices: z.preprocess(
    (sent) => (typeof sent === "number" ? [sent] : sent),
    many(z.coerce.number().int().min(0).max(OPTION_LIMIT), 20)
      .transform((choices) => [...new Set(choices)])
      .refine((choices) => choices.length > 0, "must name an option"),
  ),
});
