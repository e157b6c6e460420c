import { z } from "zod";
import { redis } from "@/lib/redis";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";

/** The lease (ms) of a worker on a bark whose card is made, and on an address that it fetches: longer than a visit. */
const LEASE_MS = 20_000;
const FETCH_MS = 15_000;

/** Queues a bark, whose card a worker then makes; idempotent. @param at when (Unix ms) */
export async function queueCard(barkId: string, at = Date.now()): Promise<void> {
  await tcpRedis().zadd(keys.cards, at, barkId);
}

/** Leases queued barks that are due; no other worker gets them until the lease ends. */
export async function dueCards(count: number): Promise<string[]> {
  const now = Date.now();
  const args = [now, now + LEASE_MS, count].map(String);
  return z.array(z.string()).parse(await redis().runScript("push_take", [keys.cards], args));
}

/** Removes a bark whose card is made. */
export async function endCard(barkId: string): Promise<void> {
  await tcpRedis().zrem(keys.cards, barkId);
}

/** Lets one worker at a time fetch an address. @returns whether this one may */
export async function lockAddress(address: string): Promise<boolean> {
  return (await tcpRedis().set(keys.cardLock(address), "1", "PX", FETCH_MS, "NX")) === "OK";
}

/** Releases an address. */
export async function unlockAddress(address: string): Promise<void> {
  await tcpRedis().del(keys.cardLock(address));
}
