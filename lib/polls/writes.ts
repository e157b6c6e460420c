import { z } from "zod";
import { digest } from "@/lib/auth/secrets";
import { barkViews, readStatuses, readWithoutViewer } from "@/lib/barks/reads";
import { barkOf } from "@/lib/barks/rules";
import { Job } from "@/lib/delivery/schema";
import { enqueueJob } from "@/lib/delivery/writes";
import { ApiError, invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { write } from "@/lib/neo4j";
import type { Poll } from "@/lib/polls/schema";
import { announceBarkChange } from "@/lib/realtime/writes";

const Fate = z.object({
  fate: z.enum(["counted", "repeated", "voted", "own", "hidden", "ended", "single", "unknown"]),
});

const REFUSALS = {
  voted: () => new ApiError("invalid", { message: "Validation failed: You have already voted in this poll." }),
  own: () => new ApiError("invalid", { message: "Validation failed: You cannot vote in your own poll." }),
  hidden: () => new ApiError("not_found"),
  ended: () => new ApiError("invalid", { message: "Validation failed: This poll has ended." }),
  single: () => invalid("choices", "ERR_INVALID", "In this poll, everybody has one choice."),
  unknown: () => invalid("choices", "ERR_INVALID", "This poll has no such option."),
};

/**
 * Votes in the poll of a bark, once.
 * @param key the caller's Idempotency-Key: the same key again is the same vote
 * @returns the poll as it is now
 * @throws ApiError not_found; invalid when this person cannot vote, or not so
 */
export async function vote(viewerId: string, id: string, choices: number[], key: string | null): Promise<Poll> {
  const [status] = await readWithoutViewer(viewerId, [id]);
  const bark = status && barkOf(status);
  if (!bark?.poll) throw new ApiError("not_found");
  const what = { viewerId, id: bark.id, voteId: newId(), key: key && digest(`${viewerId} ${key}`) };
  const [row] = await write("polls/vote", { ...what, choices, now: Date.now() }, Fate);
  if (!row) throw new ApiError("not_found");
  if (row.fate !== "counted" && row.fate !== "repeated") throw REFUSALS[row.fate]();
  barkViews().forget(bark.id);
  // Best effort: whoever reads the bark again sees the vote.
  if (row.fate === "counted") void announceBarkChange(bark.id, "counts").catch(() => undefined);
  const [now] = await readStatuses(viewerId, [bark.id]);
  if (!now?.poll) throw new ApiError("not_found");
  return now.poll;
}

/** How many polls are ended per query. */
const BATCH = 100;

/**
 * Ends polls that are due, and has the result told to those who voted. Any number of workers may do this at once.
 * @param now Unix milliseconds
 */
export async function endPolls(now = Date.now()): Promise<void> {
  for (let ended = BATCH; ended === BATCH;) {
    const ids = Array.from({ length: BATCH }, newId);
    const jobs = await write("polls/end", { now, ids, limit: BATCH }, Job);
    // What other processes remember does not say that it has ended.
    await barkViews().forgetEverywhere(jobs.map(({ subjectId }) => subjectId));
    for (const job of jobs) enqueueJob(job);
    ended = jobs.length;
  }
}
