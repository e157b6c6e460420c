import { parse, CsvError } from "csv-parse/sync";
import { z } from "zod";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";
import { isOwnHost } from "@/lib/http/origin";
import { idBound } from "@/lib/ids";
import { IMPORT_LIMITS, originalCell } from "@/lib/imports/rules";
import type { ImportKind, ImportLine } from "@/lib/imports/schema";
import { handleKey } from "@/lib/people/rules";

/** How much of a line is shown again, in characters. */
const SHOWN = 120;
/** The longest title of a list. */
const TITLE = 200;
const HANDLE = /^@?([A-Za-z0-9_]{1,30})(?:@([^@\s/]{1,253}))?$/;
/** A bark's address, on its page or as other servers know it. */
const BARK = /^\/(?:@\w{1,30}|users\/\w{1,30}\/statuses)\/(\d{19})\/?$/;

/** What is imported as a CSV file. */
export type TableKind = Exclude<ImportKind, "posts">;

const Rows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/**
 * The lines of one of Mastodon's CSV files. What is no address, leads to another server or is in the file twice has its
 * result at once; everything else has a `key` to look up.
 * @throws ApiError invalid when it is no text, no CSV, empty or too long
 */
export function linesOf(kind: TableKind, bytes: Uint8Array): ImportLine[] {
  const rows = rowsOf(bytes);
  const [first] = rows;
  if (first && /^account address$/i.test(first.record[0] ?? "")) rows.shift();
  if (rows.length === 0) throw invalid("file", "ERR_BLANK", "There is nothing in this file.");
  if (rows.length > IMPORT_LIMITS.lines) {
    const most = IMPORT_LIMITS.lines.toLocaleString("en");
    throw invalid("file", "ERR_TOO_LONG", `A file can have ${most} lines. Please split it.`);
  }
  const seen = new Set<string>();
  return rows.map(({ record, info }) => {
    const line = READERS[kind](record, info.lines);
    const key = JSON.stringify([line.key, line.list]);
    if (line.key === undefined) return line;
    if (seen.has(key)) return { ...line, key: undefined, result: "repeated" };
    seen.add(key);
    return line;
  });
}

function rowsOf(bytes: Uint8Array): z.infer<typeof Rows> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.includes("\0")) throw new TypeError("binary");
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
    // One more than allowed, and the heading: enough to notice that there are too many.
    return Rows.parse(parse(text, { ...options, max_record_size: 5_000, to: IMPORT_LIMITS.lines + 2 }));
  } catch (error) {
    if (!(error instanceof CsvError) && !(error instanceof TypeError)) throw error;
    throw invalid("file", "ERR_INVALID", "This is not a CSV file. Please choose one that Mastodon or Barker exported.");
  }
}

type Reader = (record: string[], n: number) => ImportLine;

const READERS: Record<TableKind, Reader> = {
  follows: ([address = "", rebarks = "", notify = "", languages = ""], n) => ({
    ...personLine(address, n),
    rebarks: truth(rebarks),
    notify: truth(notify),
    languages: tongues(languages),
  }),
  blocks: ([address = ""], n) => personLine(address, n),
  mutes: ([address = "", hides = ""], n) => ({ ...personLine(address, n), notifications: truth(hides) ?? true }),
  lists: ([title = "", address = ""], n) => {
    const list = originalCell(title);
    const line = { ...personLine(address, n), list: list.slice(0, TITLE) };
    return list === "" || list.length > TITLE ? { ...line, key: undefined, result: "invalid" } : line;
  },
  bookmarks: ([address = ""], n) => barkLine(address, n),
};

/** A line about somebody: `name`, `@name`, or `name@` the host of this town. */
function personLine(written: string, n: number): ImportLine {
  const line = { n, item: written.slice(0, SHOWN) };
  const [, handle, host] = HANDLE.exec(written) ?? [];
  if (handle === undefined) return { ...line, result: isForeign(written) ? "elsewhere" : "invalid" };
  if (host !== undefined && !isOwnHost(host)) return { ...line, result: "elsewhere" };
  return { ...line, key: handleKey(handle), result: "new" };
}

/** Whether it is an address of another server, whose handles can be longer than ours and have dots and dashes. */
function isForeign(written: string): boolean {
  const host = /^@?[\w.-]{1,100}@([\w.-]{1,253}(?::\d{1,5})?)$/.exec(written)?.[1];
  return host !== undefined && !isOwnHost(host);
}

/** A line about a bark, by its address here. */
function barkLine(written: string, n: number): ImportLine {
  const line = { n, item: written.slice(0, SHOWN) };
  if (!/^https?:/i.test(written) || !URL.canParse(written)) return { ...line, result: "invalid" };
  const url = new URL(written);
  if (url.origin !== new URL(env().BARKER_ORIGIN).origin) return { ...line, result: "elsewhere" };
  const id = idBound(BARK.exec(url.pathname)?.[1] ?? "");
  return id === null ? { ...line, result: "invalid" } : { ...line, key: id, result: "new" };
}

const truth = (cell: string) => (/^(true|false)$/i.test(cell) ? cell.toLowerCase() === "true" : undefined);

/** Languages of a cell, "de, en"; undefined when there are none, or something else is in it. */
function tongues(cell: string): string[] | undefined {
  const codes = cell.split(",").map((code) => code.trim());
  return codes.every((code) => /^[a-z]{2,3}$/.test(code)) ? codes.slice(0, 20) : undefined;
}
