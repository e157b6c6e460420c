import { z } from "zod";
import { rows } from "@/lib/account/export/graph";
import { env } from "@/lib/env";
import { csvRow, harmlessCell } from "@/lib/imports/rules";
import { paths } from "@/lib/paths";

/** The files that Mastodon can import, and our own import too. */
export const TABLES = ["follows", "blocks", "mutes", "lists", "bookmarks"] as const;
export type Table = (typeof TABLES)[number];

const PersonItem = z.object({
  id: z.string(),
  item: z.object({
    handle: z.string(),
    until: z.number().nullable(),
    rebarks: z.boolean().nullable(),
    notify: z.boolean().nullable(),
    languages: z.array(z.string()).nullable(),
    notifications: z.boolean().nullable(),
  }),
});
const ListItem = z.object({
  id: z.string(),
  item: z.object({ title: z.string(), members: z.array(z.object({ handle: z.string() })) }),
});
const BookmarkItem = z.object({ id: z.string(), item: z.object({ bark: z.string(), author: z.string() }) });

const people = (personId: string, kind: "FOLLOWS" | "BLOCKS" | "MUTES") =>
  rows("account/export_people", { personId, kind }, PersonItem);
const address = (handle: string) => `${handle}@${new URL(env().BARKER_ORIGIN).host}`;

type Rows = AsyncGenerator<(string | boolean)[]>;

const WRITERS: Record<Table, (personId: string) => Rows> = {
  async *follows(personId) {
    yield ["Account address", "Show boosts", "Notify on new posts", "Languages"];
    for await (const { handle, rebarks, notify, languages } of people(personId, "FOLLOWS")) {
      yield [address(handle), rebarks ?? true, notify ?? false, (languages ?? []).join(", ")];
    }
  },
  async *blocks(personId) {
    for await (const { handle } of people(personId, "BLOCKS")) yield [address(handle)];
  },
  async *mutes(personId) {
    yield ["Account address", "Hide notifications"];
    for await (const { handle, until, notifications } of people(personId, "MUTES")) {
      // The format has no end, so that a mute with one would become a mute for ever.
      if (until === null) yield [address(handle), notifications ?? true];
    }
  },
  async *lists(personId) {
    for await (const { title, members } of rows("account/export_lists", { personId }, ListItem)) {
      for (const { handle } of members) yield [harmlessCell(title), address(handle)];
    }
  },
  async *bookmarks(personId) {
    for await (const { bark, author } of rows("account/export_acts", { personId, kind: "BOOKMARKED" }, BookmarkItem)) {
      yield [env().BARKER_ORIGIN + paths.bark(author, bark)];
    }
  },
};

/** One of a person's lists as a CSV file in Mastodon's format, streamed. */
export async function* tableOf(personId: string, table: Table): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const row of WRITERS[table](personId)) yield encoder.encode(csvRow(row));
}
