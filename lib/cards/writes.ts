import { z } from "zod";
import { nextFetch } from "@/lib/cards/rules";
import type { LinkCardRow } from "@/lib/cards/schema";
import { write, IdRow } from "@/lib/neo4j";
import { DAY_MS } from "@/lib/time";

const Former = z.object({ former: z.string().nullable() });
const Removed = z.object({ picture: z.string().nullable() });
/** A card that no bark links to is kept this long (ms) after it would have been fetched again. */
const UNUSED_MS = 7 * DAY_MS;
const BATCH = 200;

/** Stores what an address says about itself. @returns the key of its former picture, when there is another one now */
export async function storeCard(card: LinkCardRow, now = Date.now()): Promise<string | null> {
  const params = {
    address: card.address,
    card: { ...EMPTY, ...card, fails: 0, until: nextFetch(now, 0, false), checkedAt: now },
  };
  const [row] = await write("cards/store", params, Former);
  return row?.former && row.former !== (card.picture ?? null) ? row.former : null;
}

/**
 * Remembers that an address could not be fetched; what was known about it before stays.
 * @param lasting whether it failed for a reason that will last
 * @returns when (Unix ms) it may be fetched again
 */
export async function storeFailure(address: string, fails: number, lasting: boolean, now = Date.now()) {
  const until = nextFetch(now, fails, lasting);
  await write("cards/store", { address, card: { address, fails, until, checkedAt: now } }, Former);
  return until;
}

/** Links a bark to the card of its address, and to no other. @returns whether that changed anything */
export async function attachCard(barkId: string, address: string): Promise<boolean> {
  const [row] = await write("cards/attach", { barkId, address }, IdRow);
  return row !== undefined;
}

/** Deletes cards that no bark links to any more. @returns the keys of their pictures */
export async function deleteUnusedCards(now = Date.now()): Promise<string[]> {
  const rows = await write("cards/delete_unused", { before: now - UNUSED_MS, now, limit: BATCH }, Removed);
  return rows.flatMap(({ picture }) => picture ?? []);
}

/** All fields, so that storing a card also removes what it no longer has. */
const EMPTY = {
  title: null,
  description: null,
  photo: null,
  siteName: null,
  author: null,
  authorAddress: null,
  language: null,
  publishedAt: null,
  picture: null,
  width: null,
  height: null,
  pictureDescription: null,
  thumbhash: null,
  blurhash: null,
} satisfies Omit<Record<keyof LinkCardRow, null>, "address">;
