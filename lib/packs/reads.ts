import { z } from "zod";
import { read } from "@/lib/neo4j";
import { PackRow, type StarterPack } from "@/lib/packs/schema";
import { SAMPLE, toPack } from "@/lib/packs/view";
import { accountsById, listAccounts, viewerRelationships } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";

/** How many packs of others a person is shown that they are in. */
const SHOWN = 50;

/** A starter pack as a viewer (null: signed out) may see it, or null. */
export async function findPack(viewerId: string | null, id: string): Promise<StarterPack | null> {
  return (await toPacks(viewerId, await rowsById(viewerId, id)))[0] ?? null;
}

/** A starter pack and the people in it, at most 50, in the order in which they were added; or null. */
export async function packWithPeople(
  viewerId: string | null,
  id: string,
): Promise<{ pack: StarterPack; people: Account[] } | null> {
  const rows = await rowsById(viewerId, id);
  const [[pack], people] = await Promise.all([
    toPacks(viewerId, rows),
    listAccounts(viewerId, rows[0]?.pack.members ?? [], "sought"),
  ]);
  return pack ? { pack, people } : null;
}

/** The starter packs that a person made, the oldest first, as a viewer may see them. */
export async function packsOf(viewerId: string | null, personId: string): Promise<StarterPack[]> {
  return toPacks(viewerId, await read("packs/by_person", { personId, viewerId: viewerId ?? "" }, PackRow));
}

/** How many starter packs a person made. */
export async function packCount(personId: string): Promise<number> {
  const [row] = await read("packs/count", { personId }, z.object({ count: z.number() }));
  return row?.count ?? 0;
}

/** The starter packs that others put the viewer into, latest first. */
export async function packsWith(viewerId: string): Promise<StarterPack[]> {
  return toPacks(viewerId, await read("packs/with_member", { viewerId, limit: SHOWN }, PackRow));
}

/** The people of a pack whom a viewer may follow and neither follows nor asked yet; muted people are left out. */
export async function peopleToFollow(viewerId: string, id: string): Promise<string[] | null> {
  const [row] = await rowsById(viewerId, id);
  if (!row) return null;
  const members = row.pack.members.filter((member) => member !== viewerId);
  const known = await viewerRelationships(viewerId, members);
  return members.filter((member) => {
    const { following, requested, muting, blocking, blockedBy } = known.get(member) ?? {};
    return !following && !requested && !muting && !blocking && !blockedBy;
  });
}

function rowsById(viewerId: string | null, id: string): Promise<PackRow[]> {
  return read("packs/by_id", { id, viewerId: viewerId ?? "" }, PackRow);
}

async function toPacks(viewerId: string | null, rows: PackRow[]): Promise<StarterPack[]> {
  const named = rows.flatMap(({ pack: { ownerId, members } }) => [ownerId, ...members.slice(0, SAMPLE)]);
  const accounts = await accountsById(viewerId, named, "named");
  return rows.flatMap((row) => toPack(row, accounts) ?? []);
}
