import { z } from "zod";
import { Flag, IdText } from "@/lib/text/fields";

/** Where a filter works. `account` is somebody's page, `thread` a bark with its replies. */
export const FilterContext = z.enum(["home", "notifications", "public", "thread", "account"]);
export type FilterContext = z.infer<typeof FilterContext>;

/** What a filter does: folds a bark behind its title, leaves it out, or blurs its pictures. */
export const FilterAction = z.enum(["warn", "hide", "blur"]);
export type FilterAction = z.infer<typeof FilterAction>;

export const FilterKeyword = z
  .object({ id: z.string(), keyword: z.string(), whole_word: z.boolean() })
  .meta({ id: "FilterKeyword" });
export type FilterKeyword = z.infer<typeof FilterKeyword>;

export const FilterStatus = z.object({ id: z.string(), status_id: z.string() }).meta({ id: "FilterStatus" });
export type FilterStatus = z.infer<typeof FilterStatus>;

/** A filter of the viewer's (Mastodon `Filter`). */
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

/** One muted word as Mastodon's first version of filters shows it (`V1::Filter`). */
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

/** A filter as the graph holds it. `expiresAt` is in Unix milliseconds. */
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

/** What a filter is to be. */
export interface FilterInput {
  title: string;
  contexts: FilterContext[];
  action: FilterAction;
  /** Unix milliseconds; null for no end. */
  expiresAt: number | null;
}

/** A muted word to be put into a filter. */
export interface WordInput {
  word: string;
  whole: boolean;
}

/** Changes to the words of a filter: new ones, others by id, and ids of those to go. */
export interface WordChanges {
  add?: WordInput[];
  change?: (WordInput & { id: string })[];
  drop?: string[];
}

/** Seconds from now as the time they end at; nothing sent is nothing said, null or blank is no end. */
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

/** Forms number their entries (`keywords_attributes[0][keyword]`), JSON has a list. */
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

/** What `POST /api/v2/filters` takes. */
export const FilterBody = z.object({
  title: Title,
  context: Contexts,
  filter_action: FilterAction.default("warn"),
  expires_in: Lifetime,
  keywords_attributes: Keywords.default([]),
});

/** What `PUT /api/v2/filters/{id}` takes: what is left out stays. */
export const FilterPatch = z.object({
  title: Title.optional(),
  context: Contexts.optional(),
  filter_action: FilterAction.optional(),
  expires_in: Lifetime,
  keywords_attributes: Keywords.default([]),
});

/** What the first version of filters takes: one phrase. */
export const FilterBodyV1 = z.object({
  phrase: Word,
  context: Contexts,
  irreversible: Flag.default(false),
  whole_word: Flag.default(true),
  expires_in: Lifetime,
});
