import { z } from "zod";
import { idTime } from "@/lib/ids";
import type { Alert } from "@/lib/notifications/schema";
import { pushKey, pushTargetsLoader } from "@/lib/push/reads";
import { FRESH_MS, messageTime, QUIET_MS, type Shown } from "@/lib/push/rules";
import { redis } from "@/lib/redis";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { MINUTE_MS } from "@/lib/time";

/** How long (ms) after an alert to check whether a connected person has read it. */
const CHECK_AFTER = MINUTE_MS;
/** The lease (ms) of a worker that sends to one person's devices. */
const LEASE = 45_000;
/** The number of alerts per script call. */
const CHUNK = 300;
/** The prefix of a waiting entry that says that alerts were read, and when to check. */
const RECALL = /^recall:/;

/** A person's pending pushes, and what their devices show. */
export interface PendingPush {
  /** Alerts that are due. */
  due: string[];
  /** Encrypted messages that are due, as `messageEntry` names them. */
  messages: string[];
  /** Entries that say that alerts were read. */
  recalls: string[];
  shown: Shown[];
  /** Devices whose service failed: how often in a row, and until when (Unix ms) they are skipped. */
  failing: Map<string, { fails: number; until: number }>;
}

/** Queues alerts for people's devices; idempotent per alert, so a redelivered job is harmless. */
export async function queuePushes(told: { personId: string; alert: Alert }[]): Promise<void> {
  const now = Date.now();
  const fresh = told.filter(({ alert }) => idTime(alert.id) > now - FRESH_MS);
  if (fresh.length === 0 || pushKey() === null) return;
  const reach = await pushTargetsLoader().getMany(fresh.map(({ personId }) => personId));
  const queued = fresh.filter((_, index) => reach[index]);
  const { pushSeen, pushWaiting, online } = keys;
  for (let from = 0; from < queued.length; from += CHUNK) {
    const some = queued.slice(from, from + CHUNK);
    const where = some.flatMap(({ personId: id }) => [pushSeen(id), pushWaiting(id), online(id)]);
    const pairs = some.flatMap(({ personId, alert }) => [personId, alert.id]);
    await redis().runScript("push_queue", [keys.pushes, ...where], [String(now), String(now + CHECK_AFTER), ...pairs]);
  }
}

/** Leases people with due pushes; no other worker gets them until the lease ends. */
export async function duePeople(count: number): Promise<string[]> {
  const now = Date.now();
  const args = [now, now + LEASE, count].map(String);
  return z.array(z.string()).parse(await redis().runScript("push_take", [keys.pushes], args));
}

/** A person's pending pushes, and whether they are connected. */
export async function pendingPushes(personId: string): Promise<PendingPush & { online: boolean }> {
  const now = Date.now();
  const [due, told, online] = await Promise.all([
    tcpRedis().zrangebyscore(keys.pushWaiting(personId), "-inf", now),
    tcpRedis().hgetall(keys.pushTold(personId)),
    tcpRedis().zcount(keys.online(personId), now, "+inf"),
  ]);
  const entries = Object.entries(told);
  return {
    due: due.filter((entry) => !RECALL.test(entry) && messageTime(entry) === null),
    messages: due.filter((entry) => messageTime(entry) !== null),
    recalls: due.filter((entry) => RECALL.test(entry)),
    shown: entries.flatMap(([field, value]) => toShown(field, value) ?? []),
    failing: new Map(entries.flatMap(([field, value]) => toFailing(field, value))),
    online: online > 0,
  };
}

/** Locks pushes before they are sent. For each: 0 to send, -1 when it was sent already, else how long (ms) to wait. */
export async function lockPushes(
  personId: string,
  claims: Pick<Shown, "device" | "tag" | "newest">[],
): Promise<number[]> {
  if (claims.length === 0) return [];
  const pairs = claims.flatMap(({ device, tag, newest }) => [fieldOf(device, tag), newest]);
  const args = [Date.now(), QUIET_MS, ...pairs].map(String);
  return z.array(z.number()).parse(await redis().runScript("push_lock", [keys.pushTold(personId)], args));
}

/** The outcome of a person's pushes. */
export interface PushCommit {
  /** What devices show now. */
  shown: Shown[];
  /** What they no longer show, or do not show yet. */
  hidden: Pick<Shown, "device" | "tag">[];
  failing: Map<string, { fails: number; until: number }>;
  /** Devices whose service works again. */
  recovered: string[];
  /** Entries that are done, and when to check the others again (Unix ms). */
  over: string[];
  later: Map<string, number>;
}

/** Stores the outcome of a person's pushes and releases the lease. */
export async function commitPushes(personId: string, done: PushCommit): Promise<void> {
  const set = [
    ...done.shown.flatMap(({ device, tag, newest, at }) => [fieldOf(device, tag), `${newest} ${at} 1`]),
    ...[...done.failing].flatMap(([device, { fails, until }]) => [device, `${fails} ${until}`]),
  ];
  const removed = [...done.hidden.map(({ device, tag }) => fieldOf(device, tag)), ...done.recovered];
  const parts = [set, removed, done.over, [...done.later].flat().map(String)];
  const args = [personId, ...parts.map(({ length }) => String(length)), ...parts.flat()];
  await redis().runScript("push_commit", [keys.pushes, keys.pushTold(personId), keys.pushWaiting(personId)], args);
}

const fieldOf = (device: string, tag: string) => `${device} ${tag}`;

function toShown(field: string, value: string): Shown | null {
  const [device, tag] = field.split(" ");
  const [newest, at, done] = value.split(" ");
  return device && tag && newest ? { device, tag, newest, at: Number(at), done: done === "1" } : null;
}

function toFailing(field: string, value: string): [string, { fails: number; until: number }][] {
  const [fails, until] = value.split(" ").map(Number);
  return field.includes(" ") || !fails || !until ? [] : [[field, { fails, until }]];
}
