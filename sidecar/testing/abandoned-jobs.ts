import { CreatedRow } from "@/lib/barks/schema";
import type { Job } from "@/lib/delivery/schema";
import { newId } from "@/lib/ids";
import { write } from "@/lib/neo4j";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";

/** Commits a bark as of `ago` ms ago without enqueuing its job, as if the web process had died right after. */
export async function commitUnqueuedBark(authorId: string, ago = 0): Promise<Job> {
  const id = newId();
  const bark = { id, text: "Last words", at: Date.now() - ago, audience: "unlisted", language: null };
  const links = { polls: [], replyTo: null, quotes: null, media: [], topics: [], mentions: [] };
  const [row] = await write("barks/create", { authorId, bark, ...links }, CreatedRow);
  return { outboxId: id, kind: "bark", actorId: authorId, subjectId: id, after: row?.after };
}

/** Enqueues a job and, in the same transaction, claims it for a dead worker. @returns its entry */
export async function abandonJob(job: Job): Promise<string> {
  const answers = await tcpRedis()
    .multi()
    .xadd(keys.jobs, "*", "job", JSON.stringify(job))
    .xreadgroup("GROUP", "workers", "dead", "COUNT", 100, "STREAMS", keys.jobs, ">")
    .exec();
  const entry = String(answers?.[0]?.[1]);
  const [pending] = await tcpRedis().xpending(keys.jobs, "workers", entry, entry, 1, "dead");
  if (!pending) throw new Error("a worker was faster");
  return entry;
}
