import { z } from "zod";
import { barkViews, readWithoutViewer } from "@/lib/barks/reads";
import type { JobMessage } from "@/lib/delivery/schema";
import { idFloor, idTime } from "@/lib/ids";
import { read, write } from "@/lib/neo4j";
import { redis } from "@/lib/redis";
import { keys, TRENDS_SLOT } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { logEntry } from "@/lib/staff/reads";
import type { StaffActor } from "@/lib/staff/schema";
import { DAY_MS, MINUTE_MS } from "@/lib/time";
import type { TrendDecision } from "@/lib/trends/input";
import { hiddenTrends } from "@/lib/trends/reads";
import { termsOf, type Term } from "@/lib/trends/words";

/** How much is counted again after a loss of Redis: computing what is usual takes days of barks. */
const REFILLED_MS = 7 * DAY_MS;
const REFILLED = 20_000;
const AT_ONCE = 50;
/** How long (s) the rebuild by one worker may take. */
const LOCK_SECONDS = 120;

const Recent = z.object({
  id: z.string(),
  author: z.string(),
  text: z.string(),
  language: z.string().nullable(),
  /** It answers another bark. */
  answers: z.boolean(),
});
type Said = z.infer<typeof Recent>;

/**
 * Counts the terms of a new bark, replaces those of an edited one, and removes those of a deleted one. Only public barks
 * count, each once however often it is delivered. One script call.
 *
 * Redis stores the last mentions of a term (two per person, about 60 bytes each) of at most 500 people for two days
 * after the last one, and only once a second person uses it; until then one entry in a list of at most 100,000 in six
 * hours. A bark with 14 terms takes 3 kB while most of its words are new; at one bark a second this becomes about
 * 100 MB.
 */
export async function countTrends({ kind, actorId, subjectId, status }: JobMessage): Promise<void> {
  if (kind === "delete") await note(subjectId, actorId, "-", []);
  if (kind !== "bark" && kind !== "edit") return;
  // Without the cache, which may be older than the job.
  if (kind === "edit") barkViews().forget(subjectId);
  const bark = kind === "bark" && status ? status : (await readWithoutViewer(null, [subjectId]))[0];
  if (!bark || bark.reblog !== null || bark.visibility !== "public") return;
  await countBark({
    id: bark.id,
    author: bark.account.id,
    text: bark.text ?? "",
    language: bark.language,
    answers: bark.in_reply_to_id !== null,
  });
}

/**
 * Counts the terms of a public bark. Of an answer only the topics: those who talk with each other repeat the words of
 * what they talk about, which is one bark's subject and not the town's.
 */
export async function countBark({ id, author, text, language, answers }: Said): Promise<void> {
  const terms = termsOf(text, language);
  await note(id, author, ".", answers ? terms.filter(({ said }) => said.startsWith("#")) : terms);
}

async function note(bark: string, author: string, state: "." | "-", terms: Term[]): Promise<void> {
  if (idTime(bark) < Date.now() - REFILLED_MS) return;
  const minute = Math.floor(idTime(bark) / MINUTE_MS);
  const hours = Math.floor(minute / TRENDS_SLOT);
  const said = terms.flatMap(({ key, said: wording }) => [key, wording]);
  await redis().runScript(
    "trends_note",
    [keys.trendsBark(bark), keys.trendsTop, keys.trendsFirst(hours), keys.trendsFirst(hours - 1), keys.trendsSince],
    [bark, author, String(minute), state, ...said],
  );
}

/** Counts the last days again from the graph when they were counted in an earlier Redis run. */
export async function refillTrends(): Promise<void> {
  const tcp = tcpRedis();
  const [epoch, counted] = await tcp.mget(keys.epoch, keys.trendsEpoch);
  if (!epoch || counted === epoch) return;
  if ((await tcp.set(keys.trendsLock, epoch, "EX", LOCK_SECONDS, "NX")) !== "OK") return;
  await recount();
  await tcp.set(keys.trendsEpoch, epoch);
  await tcp.del(keys.trendsLock);
}

/** Counts the last days from the graph, oldest first; barks that were counted already are skipped. */
export async function recount(): Promise<void> {
  const floor = idFloor(Date.now() - REFILLED_MS);
  const barks = (await read("trends/recent", { floor, limit: REFILLED }, Recent)).toReversed();
  const [oldest] = barks;
  if (oldest) await tcpRedis().set(keys.trendsSince, Math.floor(idTime(oldest.id) / MINUTE_MS));
  for (let from = 0; from < barks.length; from += AT_ONCE) {
    await Promise.all(barks.slice(from, from + AT_ONCE).map(countBark));
  }
}

/** Keeps a term out of trends, or lets it trend again; both are in the log. */
export async function hideTrend(actor: StaffActor, { key, name, hidden }: TrendDecision): Promise<void> {
  const entry = logEntry(actor, "trend", { subject: key, note: `${hidden ? "hidden" : "shown"}: ${name}` });
  const params = hidden ? { key, name, at: Date.now(), entry } : { key, entry };
  await write(hidden ? "trends/hide" : "trends/unhide", params, z.object({ key: z.string() }));
  await hiddenTrends().forgetEverywhere(["all"]);
}
