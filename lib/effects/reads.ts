import { z } from "zod";
import type { Status } from "@/lib/barks/schema";
import type { JobMessage } from "@/lib/delivery/schema";
import { idFloor } from "@/lib/ids";
import { readTogether } from "@/lib/neo4j";
import { Alert } from "@/lib/notifications/schema";
import { byOther } from "@/lib/people/reads";
import { BlockRelation, Follower } from "@/lib/people/schema";
import { ActKind } from "@/lib/popular/schema";
import { HOUR_MS } from "@/lib/time";
import { peopleIn, quotedIn } from "@/lib/timelines/rules";

/** Whoever has more followers is read in chunks. */
export const FEW_FOLLOWERS = 300;

/** An alert and the person who gets it. */
export const PersonsAlert = Alert.extend({ personId: z.string() });
export type PersonsAlert = z.infer<typeof PersonsAlert>;

const RecipientsRow = z.object({
  followers: z.array(Follower),
  relations: z.array(BlockRelation),
  alerts: z.array(PersonsAlert),
});

/** Whom a bark by somebody with few followers concerns. */
export interface Recipients {
  followers: Follower[];
  /** The mutes and blocks between the people in the bark and others, by the others' ids. */
  relations: Map<string, BlockRelation[]>;
  alerts: PersonsAlert[];
}

/** What a person did with a bark. One row, without an id and a kind, says no more than that there is the bark. */
const ActOnBark = z.object({
  /** The author of the bark. */
  personId: z.string(),
  /** Whether it adds to the bark's popularity. */
  counts: z.boolean(),
  id: z.string().nullable(),
  kind: ActKind.nullable(),
  emoji: z.string().nullable(),
});
export type ActOnBark = z.infer<typeof ActOnBark>;

/** What several effects of a job need from the graph, read once for all of them; null where a job has nothing of the kind. */
export interface Facts {
  recipients: Promise<Recipients> | null;
  acts: Promise<ActOnBark[]> | null;
}

/** Begins to read the facts of a job. */
export function factsOf(job: JobMessage): Facts {
  const { status, actorId } = job;
  const actedOn = barkActedOn(job);
  const facts = {
    recipients: job.kind === "bark" && status && hasFew(status) ? recipientsOf(status, job.subjectId) : null,
    acts: actedOn ? actsOf(actorId, actedOn) : null,
  };
  // Whoever awaits it hears of a failure; an effect that fails before does not.
  for (const fact of [facts.recipients, facts.acts]) fact?.catch(() => undefined);
  return facts;
}

/** The bark that was liked, rebarked or reacted to, or is no longer. */
function barkActedOn({ kind, subjectId, of }: JobMessage): string | null {
  if (kind === "rebark") return of ?? null;
  return ["like", "unlike", "react", "unreact", "unrebark"].includes(kind) ? subjectId : null;
}

/** Whether the followers of a bark's author can be read at once. */
export const hasFew = ({ account }: Status): boolean => account.followers_count <= FEW_FOLLOWERS;

/**
 * Whom a bark or rebark concerns.
 * @param barkId the bark that people are alerted of, or null when nobody is
 */
export async function recipientsOf(status: Status, barkId: string | null): Promise<Recipients> {
  const { account, in_reply_to_account_id: answered } = status;
  const params = { personId: account.id, answered, ids: involvedIn(status), now: Date.now(), barkId };
  const [row] = await readTogether("effects/recipients", params, RecipientsRow);
  return { followers: row?.followers ?? [], relations: byOther(row?.relations ?? []), alerts: row?.alerts ?? [] };
}

/** The people whom readers may mute or block so that they do not get a bark, or not all of it. */
export function involvedIn(status: Status): string[] {
  const quoted = quotedIn(status);
  return [...new Set([...peopleIn(status), ...(quoted ? [quoted.account.id] : [])])];
}

/** What a person did with a bark. */
export function actsOf(actorId: string, barkId: string): Promise<ActOnBark[]> {
  return readTogether("effects/acts", { actorId, barkId, since: idFloor(Date.now() - HOUR_MS) }, ActOnBark);
}
