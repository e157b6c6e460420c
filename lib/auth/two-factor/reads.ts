import { TwoFactorRow, type TwoFactor } from "@/lib/auth/two-factor/schema";
import { read } from "@/lib/neo4j";

/** Two-factor sign-in as its owner sees it. */
export async function twoFactorOf(personId: string): Promise<TwoFactor> {
  const row = await twoFactorRow(personId);
  return { on_since: row && new Date(row.at).toISOString(), recovery_codes: row?.codes ?? 0 };
}

/** What the second factor of a person is checked with, also while their account is closed; null when it is off. */
export async function twoFactorRow(personId: string): Promise<TwoFactorRow | null> {
  return (await read("two_factor/of_person", { personId }, TwoFactorRow))[0] ?? null;
}
