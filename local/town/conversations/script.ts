import { isSubject, type SubjectName } from "@/local/town/barks";
import { isCondition, type Condition } from "@/local/town/subject";

/** A written conversation, before it has people and times. */
export interface Script {
  subject: SubjectName;
  /** How many minutes ago it began; null for a random time. */
  age: number | null;
  /** How many people like its first bark; null for a random number. */
  likes: number | null;
  when: readonly Condition[];
  lines: readonly ScriptLine[];
}

export interface ScriptLine {
  /** A handle of the cast, or a number for a townsperson. */
  speaker: string;
  text: string;
  /** The index of the line it answers; null for the first. */
  answers: number | null;
  picture?: string;
  spoiler?: string;
  audience?: "private" | "unlisted";
}

const LINE = /^( *)(\w+)(?: \((picture|note|for) ([^)]+)\))?: (.+)$/;

/**
 * Parses written conversations: a head (`# bread 40m 120 cold`: subject, age in minutes, likes of the first bark,
 * conditions), and below it one bark per line, indented by two spaces under the one it answers.
 */
export function scripts(text: string): Script[] {
  const parts = text.split(/^ *# /m).slice(1);
  return parts.map((part) => {
    const [head = "", ...rows] = part.split("\n").filter((row) => row.trim() !== "");
    return { ...toHead(head.trim().split(" ")), lines: toLines(rows) };
  });
}

function toHead([subject = "", ...words]: string[]): Omit<Script, "lines"> {
  if (!isSubject(subject)) throw new Error(`no such subject: ${subject}`);
  const number = (form: RegExp) => words.flatMap((word) => form.exec(word)?.[1] ?? []).map(Number)[0] ?? null;
  const when = words.filter((word) => !/^\d/.test(word));
  if (!when.every(isCondition)) throw new Error(`no such condition: ${when.join(" ")}`);
  return { subject, age: number(/^(\d+)m$/), likes: number(/^(\d+)$/), when };
}

function toLines(rows: readonly string[]): ScriptLine[] {
  const lines: ScriptLine[] = [];
  const depths: number[] = [];
  for (const row of rows) {
    const [, indent = "", speaker = "", mark, what = "", text] = LINE.exec(row) ?? [];
    if (text === undefined) throw new Error(`not a line of a conversation: ${row}`);
    const parent = depths.findLastIndex((depth) => depth < indent.length);
    const answers = lines.length === 0 ? null : parent;
    if (answers === -1) throw new Error(`this answers nothing: ${row}`);
    depths.push(indent.length);
    lines.push({ speaker, text, answers, ...marked(mark, what) });
  }
  return lines;
}

function marked(mark: string | undefined, what: string): Partial<ScriptLine> {
  if (mark === "picture") return { picture: what };
  if (mark === "note") return { spoiler: what };
  if (mark === "for") return { audience: what === "followers" ? "private" : "unlisted" };
  return {};
}
