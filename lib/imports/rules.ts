import type { ImportKind, ImportLine, LineResult, Tally } from "@/lib/imports/schema";

/**
 * The limits of imports: bytes and lines of a file, and how many finished imports a person can keep. A list of 10,000
 * addresses has some 400 kB.
 */
export const IMPORT_LIMITS = { bytes: 2_000_000, lines: 10_000, kept: 20 };

/** The largest archive of posts, in bytes: it is in memory while it is read. */
export const ARCHIVE_LIMIT = 32_000_000;

/** How many lines a worker processes at a time; posts have pictures that are encoded anew. */
export const partLines = (kind: ImportKind): number => (kind === "posts" ? 10 : 50);

/** How many of the lines that were not taken are shown; the report has all of them. */
const SHOWN = 50;

/** Results of lines for which there is nothing to explain. */
const FINE = new Set<LineResult>(["new", "there", "added", "requested", "undone"]);

/** Whether a line was not taken, or not undone, so that its owner has to be told why. */
export function isNotTaken({ result }: Pick<ImportLine, "result">): boolean {
  return !FINE.has(result);
}

/** Nothing was processed yet. */
export const NO_TALLY: Tally = { counts: {}, notTaken: [] };

/** A tally with more lines. */
export function counted(before: Tally, lines: ImportLine[]): Tally {
  const counts = { ...before.counts };
  for (const { result } of lines) counts[result] = (counts[result] ?? 0) + 1;
  const more = lines.filter(isNotTaken).map(({ n, item, list = null, result }) => ({
    line: n,
    item,
    list,
    reason: result,
  }));
  return { counts, notTaken: [...before.notTaken, ...more].slice(0, SHOWN) };
}

/** How a person or bark relates to the owner of an import: the ids of relationships, null without one. */
export interface Tie {
  isSelf: boolean;
  follow: string | null;
  /** The request from which the follow came. */
  followAsked: string | null;
  request: string | null;
  block: string | null;
  blockedBy: boolean;
  mute: string | null;
}

/**
 * What an import of people would do with a line now.
 * @param tie undefined when there is no such person
 * @returns `new` where something is to be added
 */
export function outlookOf(kind: "follows" | "blocks" | "mutes" | "lists", line: ImportLine, tie?: Tie): LineResult {
  // Whoever blocks somebody is not found by them; so an import does not tell the one from the other.
  if (!tie || (tie.blockedBy && (kind === "follows" || kind === "lists"))) return "unknown";
  if (tie.isSelf) return "self";
  if (kind === "blocks") return own(line, tie.block) ?? "new";
  if (kind === "mutes") return own(line, tie.mute) ?? "new";
  if (tie.block !== null) return "blocked";
  if (kind === "lists") return tie.follow === null ? "not_followed" : "new";
  if (line.id !== undefined && line.id === tie.followAsked) return "added";
  return own(line, tie.follow) ?? own(line, tie.request, "requested") ?? "new";
}

/** Whether a relationship is this import's own, which a process added that stopped before it could say so. */
function own(line: ImportLine, id: string | null, result: LineResult = "added"): LineResult | null {
  if (id === null) return null;
  return id === line.id ? result : "there";
}

/**
 * A cell that spreadsheets do not take for a formula: one that begins like one gets an apostrophe before it.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function harmlessCell(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text of a cell that `harmlessCell` wrote. */
export function originalCell(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** A row of a CSV file. */
export function csvRow(cells: (string | number | boolean)[]): string {
  const written = cells.map(String).map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${written.join(",")}\n`;
}
