import { hashOf, type Random } from "@/lib/seeded";
import { HEAVY } from "@/local/town/greet";
import { ABOUTS, GENTLE, GREETINGS, SEEN, SMALL_TALK, THANKED, UNSURE } from "@/local/town/messages/lines";
import type { Fellow } from "@/local/town/phrases";
import type { Wit } from "@/local/town/replies";
import { feelingsAbout } from "@/local/town/feelings";
import { subjectOf } from "@/local/town/words";

const GREETING = /^\W*(hello|hi|hey|hiya|good (morning|evening|afternoon|day)|greetings|moin|hallo)\b/i;
const ABOUT =
  /\b(are you|who are you|is this)\b.*\b(bot|robot|real|human|person|program|ai|you)\b|\b(encrypt\w*|who (can )?reads?|can (anybody|anyone|the server|you) read)\b/i;
const THANKS = /\b(thanks|thank you|cheers|ta)\b/i;
/** The longest greeting that says nothing else. */
const SHORT = 40;
const REACTS = 0.3;

/** What somebody was sent, as far as the answer depends on it. */
export interface Received {
  id: string;
  text: string;
  hasPicture: boolean;
}

/** What somebody answers. `emoji` is a reaction to the message itself. */
export interface TownAnswer {
  text: string;
  emoji: string | null;
}

/** A fitting answer that was not said before in this conversation, with or without a reaction. */
export function replyTo(
  message: Received,
  { said, wit, random, fellows }: { said: Set<string>; wit: Wit; random: Random; fellows: readonly Fellow[] },
): TownAnswer {
  const about = subjectOf(message.text);
  const isSad = HEAVY.test(message.text);
  const emoji = isSad ? "❤️" : random() < REACTS ? (feelingsAbout(about)[0] ?? "❤️") : null;
  const own = linesFor(message, isSad, about !== null);
  const text = own
    ? fresh(own, said, random)
    : (wit.find(random() < 0.7 ? "answer" : "comeback", { subject: about, said, fellows, at: Date.now() }) ??
      fresh(SMALL_TALK, said, random));
  return { text, emoji };
}

/** The lines of this file's own that answer a message; null for one about a subject of the town. */
function linesFor({ text, hasPicture }: Received, isSad: boolean, hasSubject: boolean): readonly string[] | null {
  if (isSad) return GENTLE;
  if (ABOUT.test(text)) return ABOUTS;
  if (hasPicture) return SEEN;
  if (GREETING.test(text) && text.length < SHORT) return GREETINGS;
  if (THANKS.test(text) && text.length < SHORT) return THANKED;
  if (hasSubject) return null;
  return text.trim().endsWith("?") ? UNSURE : SMALL_TALK;
}

/** One that was not said yet, or any when all were. */
export function fresh(lines: readonly string[], said: ReadonlySet<string>, random: Random): string {
  const left = lines.filter((line) => !said.has(line));
  const from = left.length > 0 ? left : lines;
  return from[Math.floor(random() * from.length)] ?? "";
}

/**
 * Who of a group's members in the town answers a message: one who is named in it, else any; whichever of their devices
 * asks, if `pals` are in the same order.
 */
export function answererOf<P extends { handle: string }>(message: Received, pals: readonly P[]): P | undefined {
  const text = message.text.toLowerCase();
  const named = pals.find(({ handle }) => new RegExp(`(?<!\\p{L})${handle}(?!\\p{L})`, "u").test(text));
  return named ?? pals.toSorted((a, b) => hashOf(message.id + a.handle) - hashOf(message.id + b.handle))[0];
}
