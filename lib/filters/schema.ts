import { z } from "zod";
import { Flag, IdText } from "@/lib/text/fields";

/** Where a filter applies. `account` is a profile, `thread` a bark with its replies. */
export const FilterContext = z.enum(["home", "notifications", "public", "thread", "account"]);
export type FilterContext = z.infer<typeof FilterContext>;

/** What a filter does: covers a bark with its title, hides it, or blurs its pictures. */
export const FilterAction = z.enum(["warn", "hide", "blur"]);
export type FilterAction = z.infer<typeof FilterAction>;

export const FilterKeyword = z
  .object({ id: z.string(), keyword: z.string(), whole_word: z.boolean() })
  .meta({ id: "FilterKeyword" });
export type FilterKeyword = z.infer<typeof FilterKeyword>;

export const FilterStatus = z.object({ id: z.string(), status_id: z.string() }).meta({ id: "FilterStatus" });
export type FilterStatus = z.infer<typeof FilterStatus>;

/** A filter of the viewer (Mastodon `Filter`). */
export const Filter = z
  .object({
    id: z.string(),
    title: z.string(),
    context: z.array(FilterContext),
    expires_at: z.string().nullable(),
    filter_action: FilterAction,
    keywords: z.array(FilterKeyword),
    statuses: z.array(FilterStatus),
  })
  .meta({ id: "Filter" });
export type Filter = z.infer<typeof Filter>;

/** One muted word in Mastodon's version 1 of filters (`V1::Filter`). */
export const FilterV1 = z
  .object({
    id: z.string(),
    phrase: z.string(),
    context: z.array(FilterContext),
    whole_word: z.boolean(),
    expires_at: z.string().nullable(),
    irreversible: z.boolean(),
  })
  .meta({ id: "V1_Filter" });
export type FilterV1 = z.infer<typeof FilterV1>;

/** A filter as the graph stores it. `expiresAt` is in Unix milliseconds. */
export const FilterRow = z.object({
  id: z.string(),
  title: z.string(),
  contexts: z.array(FilterContext),
  action: FilterAction,
  expiresAt: z.number().nullable(),
  words: z
    .array(z.object({ id: z.string(), word: z.string(), whole: z.boolean() }))
    .transform((words) => words.toSorted((a, b) => (a.id < b.id ? -1 : 1))),
  barks: z.array(z.object({ id: z.string(), barkId: z.string() })),
});
export type FilterRow = z.infer<typeof FilterRow>;

/** The properties of a new or changed filter. */
export interface FilterInput {
  title: string;
  contexts: FilterContext[];
  action: FilterAction;
  /** Unix milliseconds; null when it does not expire. */
  expiresAt: number | null;
}

/** A muted word to add to a filter. */
export interface WordInput {
  word: string;
  whole: boolean;
}

/** Changes to the words of a filter: new ones, changed ones by id, and the ids to remove. */
export interface WordChanges {
  add?: WordInput[];
  change?: (WordInput & { id: string })[];
  drop?: string[];
}

/** Seconds from now, as the time of expiry; undefined leaves it unchanged, null or "" means never. */
const Lifetime = z
  .union([z.literal(""), z.null(), z.coerce.number().int().min(0).max(3_153_600_000)])
  .optional()
  .transform((seconds) => {
    if (seconds === undefined) return undefined;
    return seconds === "" || seconds === null ? null : Date.now() + seconds * 1_000;
  });

const Word = z.string().trim().min(1, "can't be blank").max(200);
const Contexts = z
  .preprocess((sent) => (typeof sent === "string" ? [sent] : sent), z.array(FilterContext).min(1).max(20))
  .transform((contexts) => [...new Set(contexts)]);

export const KeywordBody = z.object({ keyword: Word, whole_word: Flag.default(true) });
export const KeywordPatch = z.object({ keyword: Word.optional(), whole_word: Flag.optional() });
export const StatusBody = z.object({ status_id: IdText });

/** Forms number their entries (`keywords_attributes[0][keyword]`), JSON has an array. */
const Keywords = z.preprocess(
  (sent) => (typeof sent === "object" && sent !== null && !Array.isArray(sent) ? Object.values(sent) : sent),
  z
    .array(
      KeywordPatch.extend({ id: z.string().max(40).optional(), _destroy: Flag.default(false) }).refine(
        ({ id, keyword }) => id !== undefined || keyword !== undefined,
        { path: ["keyword"], message: "can't be blank" },
      ),
    )
    .max(100),
);

const Title = z.string().trim().min(1, "can't be blank").max(120);

/** The body of `POST /api/v2/filters`. */
export const FilterBody = z.object({
  title: Title,
  context: Contexts,
  filter_action: FilterAction.default("warn"),
  expires_in: Lifetime,
  keywords_attributes: Keywords.default([]),
});

/** The body of `PUT /api/v2/filters/{id}`; what is left out stays as it is. */
export const FilterPatch = z.object({
  title: Title.optional(),
  context: Contexts.optional(),
  filter_action: FilterAction.optional(),
  expires_in: Lifetime,
  keywords_attributes: Keywords.default([]),
});

/** The body of version 1: one phrase. */
export const FilterBodyV1 = z.object({
  phrase: Word,
  context: Contexts,
  irreversible: Flag.default(false),
  whole_word: Flag.default(true),
  expires_in: Lifetime,
});
