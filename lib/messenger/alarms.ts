import { toHex } from "@/lib/bytes/encoding";
import { MessengerError } from "@/lib/messenger/ports";
import type { AlarmRecord } from "@/lib/messenger/records";
import type { Alarm, MessengerEvent } from "@/lib/messenger/schema";
import { Work, type RecordStore } from "@/lib/messenger/store";

/** What raises and clears alarms. */
export interface AlarmHost {
  readonly store: RecordStore;
  now(): number;
  emit(event: MessengerEvent): void;
}

/** Failures that end when the next check succeeds: something was late or unreadable, and nothing contradicts itself. */
const PASSING = new Set(["frozen", "clock", "witness_quorum", "stale_map_root", "malformed"]);

/** Raises an alarm once for each `about`, and blocks sending until it is resolved. */
export async function raise(
  host: AlarmHost,
  about: string,
  alarm: Omit<Alarm, "id" | "at">,
  evidence: unknown,
): Promise<void> {
  const key = `alarm/${about}` as const;
  if (host.store.get(key)) return;
  const record: AlarmRecord = { ...alarm, id: about, at: host.now(), evidence: printed(evidence) };
  const work = new Work(host.store);
  work.put(key, record);
  await work.commit();
  host.emit({ topic: "state" });
  host.emit({ topic: "conversations" });
}

/** Ends an alarm. */
export async function clear(host: AlarmHost, about: string): Promise<void> {
  if (!host.store.get(`alarm/${about}`)) return;
  const work = new Work(host.store);
  work.delete(`alarm/${about}`);
  await work.commit();
  host.emit({ topic: "state" });
  host.emit({ topic: "conversations" });
}

/** Ends alarms about something that was only late. */
export async function clearPassing(host: AlarmHost): Promise<void> {
  for (const { id, kind, code } of host.store.all("alarm/")) {
    if (kind === "log" && PASSING.has(code)) await clear(host, id);
  }
}

/** The alarms as people see them, oldest first. */
export function alarmsOf(store: RecordStore): Alarm[] {
  return store
    .all("alarm/")
    .map(({ id, kind, code, conversationId, personId, at, acceptable }) => {
      return { id, kind, code, conversationId, personId, at, acceptable };
    })
    .toSorted((a, b) => a.at - b.at);
}

/** Whether an alarm blocks sending in a conversation. */
export function isBlocked(store: RecordStore, conversationId: string): boolean {
  return store.all("alarm/").some((alarm) => alarm.conversationId === null || alarm.conversationId === conversationId);
}

/** @throws MessengerError `key_alarm` when an alarm blocks sending in a conversation */
export function requireNoAlarm(store: RecordStore, conversationId: string): void {
  if (isBlocked(store, conversationId)) {
    throw new MessengerError("key_alarm", "Sending is stopped, because a check of the keys failed.");
  }
}

function printed(evidence: unknown): string {
  return JSON.stringify(
    evidence,
    (_, value: unknown) =>
      value instanceof Uint8Array ? toHex(value) : typeof value === "bigint" ? value.toString() : value,
    2,
  );
}
