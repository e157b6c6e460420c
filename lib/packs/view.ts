import { env } from "@/lib/env";
import type { PackRow, StarterPack } from "@/lib/packs/schema";
import { paths } from "@/lib/paths";
import type { Account } from "@/lib/people/schema";

/** How many faces stand for a pack. */
export const SAMPLE = 4;

/** A starter pack for a viewer, with the accounts that were found; null if its maker is not among them. */
export function toPack({ pack }: PackRow, accounts: ReadonlyMap<string, Account>): StarterPack | null {
  const { id, name, description, ownerId, members, at, editedAt } = pack;
  const account = accounts.get(ownerId);
  if (!account) return null;
  return {
    id,
    name,
    description,
    url: env().BARKER_ORIGIN + paths.pack(id),
    account,
    accounts_count: members.length,
    sample: members.slice(0, SAMPLE).flatMap((member) => accounts.get(member) ?? []),
    created_at: new Date(at).toISOString(),
    updated_at: new Date(editedAt ?? at).toISOString(),
  };
}
