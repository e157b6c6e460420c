/** The mention or topic that is being typed: the part of the text, and what to look for. */
export interface Token {
  kind: "person" | "topic";
  from: number;
  to: number;
  query: string;
}

// As in lib/text/entities.ts: not inside a word, an address or a path. Names may have any letters.
const BEFORE = /(?<![\p{L}\p{N}_/@#&.])([@#])([\p{L}\p{M}\p{N}_]{0,40})$/u;
const AFTER = /^[\p{L}\p{M}\p{N}_]*/u;

/** What is being typed at the caret, or null when it is neither a mention nor a topic. */
export function tokenAt(text: string, caret: number): Token | null {
  const match = BEFORE.exec(text.slice(0, caret));
  if (!match) return null;
  const [whole, sign, query = ""] = match;
  const rest = AFTER.exec(text.slice(caret))?.[0].length ?? 0;
  return { kind: sign === "@" ? "person" : "topic", from: caret - whole.length, to: caret + rest, query };
}

/** The text with the chosen name in the token's place, a space behind it, and where the caret goes. */
export function complete(text: string, token: Token, name: string): { text: string; caret: number } {
  const after = text.slice(token.to);
  const words = `${token.kind === "person" ? "@" : "#"}${name}`;
  const gap = /^\s/.test(after) ? "" : " ";
  return { text: text.slice(0, token.from) + words + gap + after, caret: token.from + words.length + 1 };
}
