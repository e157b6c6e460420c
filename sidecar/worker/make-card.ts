import { barkViews, readWithoutViewer } from "@/lib/barks/reads";
import { endCard, lockAddress, queueCard, unlockAddress } from "@/lib/cards/cache";
import { fetchCard, type FoundCard } from "@/lib/cards/fetch";
import { readCard } from "@/lib/cards/reads";
import { linkOf, mayFetchFor, retryAt } from "@/lib/cards/rules";
import type { LinkCardRow, StoredCard } from "@/lib/cards/schema";
import { attachCard, deleteUnusedCards, storeCard, storeFailure } from "@/lib/cards/writes";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { fileName } from "@/lib/media/rules";
import { pictureKey } from "@/lib/media/secrets";
import { storage } from "@/lib/media/storage";
import { beginVisit, OutboundError, type Opening } from "@/lib/outbound/request";
import { hostOf } from "@/lib/outbound/turns";
import { fanOutEdit } from "@/sidecar/worker/barks";

/** How long (ms) a bark waits while another worker, or another bark of the same site, fetches. */
const WAIT_MS = 500;

/** The sites whose links this worker visits now. Sites to which these lead it are asked in turn (`lib/outbound`). */
const visited = new Set<string>();

/**
 * Makes the card of one bark: attaches what is known about its link, after it was fetched where nothing is known or it
 * is old, and shows the card to those who have the bark. Idempotent.
 * @param opening lets tests reach a server of their own
 */
export async function makeCard(barkId: string, opening?: Opening): Promise<void> {
  barkViews().forget(barkId);
  const [bark] = await readWithoutViewer(null, [barkId]);
  const address = bark ? linkOf(bark, env().BARKER_ORIGIN) : null;
  if (!bark || address === null) return endCard(barkId);
  const known = await readCard(address);
  const isDue = mayFetchFor(bark) && (known === null || known.until <= Date.now());
  const outcome = isDue ? await refresh(address, known, opening) : null;
  if (outcome?.again) return queueCard(barkId, outcome.again);
  const attached = (known !== null || outcome !== null) && (await attachCard(barkId, address));
  if (attached || outcome?.changed) await showCard(barkId);
  const state = outcome?.failed ?? known;
  const retry = state && !outcome?.changed && mayFetchFor(bark) ? retryAt(state, Date.now()) : null;
  await (retry === null ? endCard(barkId) : queueCard(barkId, retry));
}

/** What came of fetching: another one fetches, until when (Unix ms) to wait; the card is there; or it failed. */
interface Outcome {
  again?: number;
  changed?: boolean;
  failed?: { fails: number; until: number };
}

async function refresh(address: string, known: StoredCard | null, opening?: Opening): Promise<Outcome> {
  const host = hostOf(new URL(address));
  if (visited.has(host) || !(await lockAddress(address))) return { again: Date.now() + WAIT_MS };
  visited.add(host);
  try {
    const found = await fetchCard(address, beginVisit(env().BARKER_ORIGIN, opening));
    const former = await storeCard(await withPicture(found));
    if (former) await storage().remove(fileName(former, "card"));
    return { changed: true };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const passing = error.reason === "unreachable" || error.reason === "busy";
    log().debug({ host, reason: error.reason }, "a link was not fetched");
    const fails = (known?.fails ?? 0) + 1;
    const until = await storeFailure(address, fails, !passing);
    return { failed: { fails, until } };
  } finally {
    visited.delete(host);
    await unlockAddress(address);
  }
}

/** Encodes the picture of a card, as uploads are: nothing of another site's file is kept but its pixels. */
async function withPicture({ card, picture }: FoundCard): Promise<LinkCardRow> {
  // The decoder takes 20 MB, so that only a worker that needs it loads it.
  const encoded = picture && (await (await import("@/lib/media/encode")).encode(picture, "card"));
  // A link to a file that is no picture has nothing to show.
  if (!encoded?.ok) return card.photo ? { address: card.address } : card;
  const { largest, width, height, thumbhash, blurhash } = encoded;
  const key = pictureKey(card.address, "card", largest);
  await storage().put(fileName(key, "card"), largest);
  return { ...card, picture: key, width, height, thumbhash, blurhash };
}

/** Sends a bark with its card to those who have it in their timeline or on screen. */
async function showCard(barkId: string): Promise<void> {
  await barkViews().forgetEverywhere([barkId]);
  const [bark] = await readWithoutViewer(null, [barkId]);
  if (bark?.card) await fanOutEdit({ id: barkId }, bark, bark);
}

/** Removes cards that nothing links to any more, with their pictures. */
export async function sweepCards(): Promise<void> {
  for (const key of await deleteUnusedCards()) await storage().remove(fileName(key, "card"));
}
