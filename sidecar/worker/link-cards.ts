import { readWithoutViewer } from "@/lib/barks/reads";
import { dueCards, queueCard } from "@/lib/cards/cache";
import { linkOf } from "@/lib/cards/rules";
import type { JobMessage } from "@/lib/delivery/schema";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { makeCard } from "@/sidecar/worker/make-card";
import { takeDue } from "@/sidecar/worker/take-due";

/** Cards that are made at a time. */
const MAX_CONCURRENT = 16;

const isOn = () => env().BARKER_LINK_CARDS === "on";

/** Queues the card of a new or edited bark that has a link. Idempotent. */
export async function queueLinkCard({ kind, subjectId, status }: JobMessage): Promise<void> {
  if (!isOn() || (kind !== "bark" && kind !== "edit")) return;
  const bark = kind === "bark" && status ? status : (await readWithoutViewer(null, [subjectId]))[0];
  if (bark && linkOf(bark, env().BARKER_ORIGIN) !== null) await queueCard(subjectId);
}

/**
 * Makes due link cards until it is stopped. Independent of the delivery of jobs: a bark is delivered without its card,
 * and a slow site delays nothing but the card.
 */
export function startLinkCards(): { stop(): Promise<void> } {
  return takeDue({
    concurrent: MAX_CONCURRENT,
    isOn,
    due: dueCards,
    work: (barkId) =>
      // It is made again when the lease ends.
      makeCard(barkId).catch((error: unknown) => log().debug({ err: error, barkId }, "a link card was postponed")),
    postponed: "link cards postponed",
  });
}
