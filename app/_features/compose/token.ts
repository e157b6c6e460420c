import { BEFORE_MENTION, BEFORE_TOPIC, TOPIC_LETTER } from "@/lib/text/entities";

/** The mention or topic that is being typed: the part of the text, and what to look for. */
export interface TypedToken {
  kind: "person" | "topic";
  from: number;
  to: number;
  query: string;
}

// Where a mention or a topic may begin and end, as it is marked in a bark. Names of people may have any letters.
const BEFORE = new RegExp(
  String.raw`(?:${BEFORE_MENTION}(?<at>@)|${BEFORE_TOPIC}#)(?<query>(?:${TOPIC_LETTER}){0,40}[·・\u200c\u200d]?)$`,
  "u",
);
const AFTER = new RegExp(`^(?:${TOPIC_LETTER})*`, "u");

/** What is being typed at the caret, or null when it is neither a mention nor a topic. */
export function tokenAt(text: string, caret: number): TypedToken | null {
  const match = BEFORE.exec(text.slice(0, caret));
  if (!match) return null;
  const { at, query = "" } = match.groups ?? {};
  const rest = AFTER.exec(text.slice(caret))?.[0].length ?? 0;
  return { kind: at ? "person" : "topic", from: caret - match[0].length, to: caret + rest, query };
}

/** The text with the chosen name in the token's place, a space behind it, and where the caret goes. */
export function complete(text: string, token: TypedToken, name: string): { text: string; caret: number } {
  const after = text.slice(token.to);
  const words = `${token.kind === "person" ? "@" : "#"}${name}`;
  const gap = /^\s/.test(after) ? "" : " ";
  return { text: text.slice(0, token.from) + words + gap + after, caret: token.from + words.length + 1 };
}
