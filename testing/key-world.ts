import { accountLabel, handleLabel, handleValue } from "@/lib/transparency/leaves";
import { KeyChainError } from "@/lib/keychain/state";
import { TransparencyError, type TransparencyFault } from "@/lib/transparency/errors";
import { verifyLookup, type LookupContext } from "@/lib/transparency/lookup";
import { thrown } from "@/testing/bytes";
import { TestChain } from "@/testing/key-chain";
import { TestLog } from "@/testing/key-log";

/** The time now in these tests (Unix ms). */
export const NOW = 1_790_000_000_000;
export const HANDLE = handleLabel("Maple");

export interface KeyWorld {
  log: TestLog;
  chain: TestChain;
  label: string;
}

/** A log with some handles, and an account whose chain has two entries. All of it was published two seconds ago. */
export async function keyWorld(name = "test"): Promise<KeyWorld> {
  const log = await TestLog.start(NOW - 5000, name);
  for (let at = 0; at < 10; at += 1) {
    log.set(handleLabel(`other${at}`), handleValue({ accountId: new Uint8Array(16), seq: at }));
  }
  const chain = await TestChain.start("maple", ["phone"], ["words"], NOW - 4000);
  const label = accountLabel(chain.accountId);
  log.set(label, chain.state.head);
  log.set(HANDLE, handleValue({ accountId: chain.accountId, seq: 0 }));
  await log.publish(NOW - 3000);
  await chain.change("phone", { add: ["laptop"] });
  log.set(label, chain.state.head);
  await log.publish(NOW - 2000);
  return { log, chain, label };
}

/** What a client knows that asks for the first time. */
export const contextOf = (log: TestLog, label: string, more: Partial<LookupContext> = {}): LookupContext => ({
  label,
  policy: log.policy,
  lastCheckpoint: null,
  now: NOW,
  ...more,
});
/** The code of the TransparencyError with which the answer is refused; null when it is accepted. */
export function refusal(answer: unknown, context: LookupContext): TransparencyFault | null {
  const error = thrown(() => verifyLookup(answer, context));
  if (error === null) return null;
  if (error instanceof TransparencyError) return error.code;
  throw error;
}
/** The KeyChainError behind a refusal. */
export function chainFault(answer: unknown, context: LookupContext): string | null {
  const error = thrown(() => verifyLookup(answer, context));
  return error instanceof TransparencyError && error.cause instanceof KeyChainError ? error.cause.code : null;
}
