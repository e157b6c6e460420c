import { BEFORE_MENTION, BEFORE_TOPIC, TOPIC_LETTER } from "@/lib/text/entities";

/** The mention or topic being typed: its range in the text, and the query. */
export interface TypedToken {
  kind: "person" | "topic";
  from: number;
  to: number;
  query: string;
}

// Where a mention or topic may begin and end, as in a bark's text. Names of people may contain any letters.
const BEFORE = new RegExp(
  String.raw`(?:${BEFORE_MENTION}(?<at>@)|${BEFORE_TOPIC}#)(?<query>(?:${TOPIC_LETTER}){0,40}[·・\u200c\u200d]?)$`,
  "u",
);
const AFTER = new RegExp(`^(?:${TOPIC_LETTER})*`, "u");

/** The token at the caret, or null when it is neither a mention nor a topic. */
export function tokenAt(text: string, caret: number): TypedToken | null {
  const match = BEFORE.exec(text.slice(0, caret));
  if (!match) return null;
  const { at, query = "" } = match.groups ?? {};
  const rest = AFTER.exec(text.slice(caret))?.[0].length ?? 0;
  return { kind: at ? "person" : "topic", from: caret - match[0].length, to: caret + rest, query };
}

/** The text with the token replaced by the chosen name and a space, and the position of the caret. */
export function complete(text: string, token: TypedToken, name: string): { text: string; caret: number } {
  const after = text.slice(token.to);
  const words = `${token.kind === "person" ? "@" : "#"}${name}`;
  const gap = /^\s/.test(after) ? "" : " ";
  return { text: text.slice(0, token.from) + words + gap + after, caret: token.from + words.length + 1 };
}
