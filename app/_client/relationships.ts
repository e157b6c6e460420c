import { send } from "@/app/_client/api";
import { followState, type FollowState } from "@/app/_client/follow-state";
import type { Account, Relationship } from "@/lib/people/schema";

/** A person and the viewer's relationship to them; null for oneself. */
export interface PersonWithFollowState {
  account: Account;
  standing: FollowState | null;
}

/** People with the viewer's relationship to each. */
export async function withFollowState(accounts: Account[], viewerId: string | null): Promise<PersonWithFollowState[]> {
  if (viewerId === null) return accounts.map((account) => ({ account, standing: "none" }));
  const relationships = await readRelationships(accounts.map(({ id }) => id));
  const known = new Map(relationships.map((one) => [one.id, followState(one)]));
  return accounts.map((account) => ({
    account,
    standing: account.id === viewerId ? null : (known.get(account.id) ?? "none"),
  }));
}

/** The viewer's relationships to some people; none when they cannot be read. */
export async function readRelationships(ids: string[]): Promise<Relationship[]> {
  if (ids.length === 0) return [];
  const query = new URLSearchParams(ids.map((id) => ["id[]", id]));
  const outcome = await send<Relationship[]>(`/api/v1/accounts/relationships?${query}`);
  return outcome.ok ? outcome.value : [];
}
