import { randomBytes } from "node:crypto";
import { createBark } from "@/lib/barks/writes";
import { newId } from "@/lib/ids";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { countBark, countTrends } from "@/lib/trends/writes";

/** A word that was never used before. */
export const freshWord = () =>
  `q${randomBytes(9)
    .toString("hex")
    .replace(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)))}`;

/** Counts the terms of a bark that is not stored. @returns its id */
export const say = (author: string, text: string, id = newId()) =>
  countBark({ id, author, text, language: "en", answers: false }).then(() => id);

/** Creates a bark and delivers it as the worker does. */
export async function bark(
  authorId: string,
  text: string,
  audience: "public" | "unlisted" = "public",
): Promise<string> {
  const made = await createBark(authorId, { text, audience });
  if (!made.ok) throw new Error(made.reason);
  await countTrends({ outboxId: newId(), kind: "bark", actorId: authorId, subjectId: made.status.id });
  return made.status.id;
}

/** The authors whom Redis stores for a word, also for words that only one person used. */
export async function authorsOf(key: string): Promise<string[]> {
  const hours = Math.floor(Date.now() / 60_000 / 360);
  const first = await tcpRedis().hget(keys.trendsFirst(hours), key);
  const all = await tcpRedis().hkeys(keys.trendsTerm + key);
  return [...all.filter((field) => field !== "="), ...(first ? [String(first.split(" ")[0])] : [])].toSorted();
}
