import { accountOf } from "@/lib/keylog/reads";
import { invalid } from "@/lib/errors";
import { requireAccount } from "@/lib/messages/reads";
import { MOST_ENTRIES, VaultRow, type Vault, type VaultParam } from "@/lib/messages/vault/schema";
import { read, write, IdRow } from "@/lib/neo4j";

/** The ways in which a person may open their keys, oldest first. */
export async function readVault(personId: string): Promise<Vault> {
  const accountId = await accountOf(personId);
  const rows = accountId === null ? [] : await read("vault/entries", { accountId }, VaultRow);
  return { entries: rows.map(({ way, id, body, at }) => ({ way, id, body, created_at: at })) };
}

/** Stores a way in, or replaces it. @throws ApiError not_found without keys, invalid with too many */
export async function putVaultEntry(personId: string, { way, id }: VaultParam, body: string): Promise<void> {
  const accountId = await requireAccount(personId);
  const params = { accountId, way, id, body, key: `${accountId} ${way} ${id}`, at: Date.now(), most: MOST_ENTRIES };
  const [row] = await write("vault/put", params, IdRow);
  if (!row) throw invalid("id", "ERR_TOO_MANY", "You have too many of these. Please remove one first.");
}

/** Removes a way in; idempotent. @throws ApiError not_found without keys */
export async function deleteVaultEntry(personId: string, { way, id }: VaultParam): Promise<void> {
  await write("vault/delete", { key: `${await requireAccount(personId)} ${way} ${id}` }, IdRow);
}
