import { z } from "zod";

/** What an import brings: each is one of Mastodon's CSV files, or an archive with one's posts. */
export const ImportKind = z.enum(["follows", "blocks", "mutes", "lists", "bookmarks", "posts"]);
export type ImportKind = z.infer<typeof ImportKind>;

/**
 * How far an import is. A worker looks every line up (`checking`); then it waits for its owner (`ready`); it is carried out
 * (`running`, `done`) and can be undone (`undoing`, `undone`). `stopped`: it failed again and again; what it added can be
 * undone.
 */
export const ImportState = z.enum(["checking", "ready", "running", "done", "undoing", "undone", "stopped"]);
export type ImportState = z.infer<typeof ImportState>;

/**
 * What is known of a line. Before the start: `new` would be added, `there` is so already. After it: `added`, or `requested`
 * where somebody approves their followers, or `partly`: a post without some of its pictures. After undoing: `undone`, or `changed` where it was no longer as the import left
 * it. All others say why a line was not taken.
 */
export const LineResult = z.enum([
  "new",
  "there",
  "added",
  "requested",
  "undone",
  "changed",
  "invalid",
  "elsewhere",
  "unknown",
  "self",
  "repeated",
  "blocked",
  "not_followed",
  "full",
  "partly",
  "unreadable",
  "answer",
  "direct",
  "poll",
  "too_old",
  "too_long",
  "empty",
  "not_allowed",
  "held",
]);
export type LineResult = z.infer<typeof LineResult>;

/** A post of an archive, as barks. */
export const ImportedPost = z.object({
  /** When it was published, in Unix ms. */
  at: z.number(),
  /** Its text; one that does not fit into a bark becomes a thread. */
  texts: z.array(z.string()),
  /** The keys of these barks: digests by which they are found again. */
  keys: z.array(z.string()),
  /** The key of the bark that it answers, which is of the same author. */
  answers: z.string().nullable(),
  spoiler: z.string(),
  sensitive: z.boolean(),
  language: z.string().nullable(),
  audience: z.enum(["public", "unlisted", "private"]),
  /** Its files in the archive, and their descriptions. */
  pictures: z.array(z.object({ file: z.string(), description: z.string() })),
  /** How many of its files cannot be shown here, such as videos. */
  left: z.number(),
});
export type ImportedPost = z.infer<typeof ImportedPost>;

/** A line of an imported file, with what became of it. */
export const ImportLine = z.object({
  /** Its number in the file, from 1. */
  n: z.number(),
  /** Its address as written, shortened. */
  item: z.string(),
  /** The title of a list. */
  list: z.string().optional(),
  /** What is looked up: the key of a handle, or the id of a bark. */
  key: z.string().optional(),
  /** Of a follow. */
  rebarks: z.boolean().optional(),
  notify: z.boolean().optional(),
  languages: z.array(z.string()).optional(),
  /** Of a mute: whether alerts are muted too. */
  notifications: z.boolean().optional(),
  result: LineResult,
  /** The id of the person or bark that was found. */
  target: z.string().optional(),
  /** The id of the relationship that the import creates, by which it is recognised when it is undone. */
  id: z.string().optional(),
  /** The id of the list. Before it is carried out: of the one that is created if there is none with that title. */
  listId: z.string().optional(),
  /** Whether the import created the list. */
  made: z.boolean().optional(),
  post: ImportedPost.optional(),
  /** The ids of the post's barks. */
  barks: z.array(z.string()).optional(),
});
export type ImportLine = z.infer<typeof ImportLine>;

/** The lines of a part, as stored. */
export const Lines = z.string().transform((stored) => z.array(ImportLine).parse(JSON.parse(stored)));

/** A line that was not taken, and why. */
const NotTaken = z.object({
  line: z.number().int(),
  item: z.string(),
  list: z.string().nullable(),
  reason: LineResult,
});

/** How many lines have which result in this state so far, and the first that were not taken. */
export const Tally = z.object({
  counts: z.partialRecord(LineResult, z.number().int()),
  notTaken: z.array(NotTaken),
});
export type Tally = z.infer<typeof Tally>;

/** An import as the graph has it. Times are Unix ms. */
export const StoredImport = z.object({
  id: z.string(),
  kind: ImportKind,
  state: ImportState,
  at: z.number(),
  /** The number of its lines. */
  size: z.number(),
  /** When a worker goes on; null when there is nothing to do. */
  dueAt: z.number().nullable(),
  /** Whether it waits until then because its owner has followed as many people as they may. */
  waits: z.boolean().nullable(),
  tally: z.string().transform((stored) => Tally.parse(JSON.parse(stored))),
});
export type StoredImport = z.infer<typeof StoredImport>;
export const ImportRow = z.object({ import: StoredImport });

/** A part of an import that a worker has claimed. */
export const ClaimedPart = z.object({
  import: StoredImport,
  personId: z.string(),
  /** How many parts were processed in this state. */
  place: z.number(),
  /** The number of the part, from 0. */
  number: z.number(),
  /** The name of the archive with the pictures, if there is one. */
  archive: z.string().nullable(),
  /** How many parts there are. */
  parts: z.number(),
  /** As stored. */
  lines: z.string(),
});
export type ClaimedPart = z.infer<typeof ClaimedPart>;

/** An import as its owner sees it. Times are ISO 8601. */
export const Import = z
  .object({
    id: z.string(),
    kind: ImportKind,
    state: ImportState,
    created_at: z.string(),
    /** The number of lines in the file, and of those that were processed in this state. */
    lines: z.number().int(),
    processed: z.number().int(),
    counts: z.partialRecord(LineResult, z.number().int()),
    /** The first lines that were not taken; the report has all of them. */
    not_taken: z.array(NotTaken),
    /** Until when it waits, because only so many people can be followed in a quarter of an hour; or null. */
    waits_until: z.string().nullable(),
  })
  .meta({ id: "Import" });
export type Import = z.infer<typeof Import>;

/** The body of a new import: a file, and what is in it. */
export const NewImport = z.object({
  kind: z.enum([...ImportKind.options, "domain_blocks"]),
  file: z.file({ error: "must be a file" }),
});
