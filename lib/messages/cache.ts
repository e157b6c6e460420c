import { log } from "@/lib/log";
import type { Recipient } from "@/lib/messages/schema";
import { pushKey, pushTargetsLoader } from "@/lib/push/reads";
import { messageEntry } from "@/lib/push/rules";
import { announceEncrypted } from "@/lib/realtime/writes";
import { redis } from "@/lib/redis";
import { keys } from "@/lib/redis/keys";
import { MINUTE_MS } from "@/lib/time";

/**
 * Tells the devices of people that a conversation has a new envelope. Best effort: what is missed here, devices find in
 * their inbox, which they read whenever they connect.
 */
export function announceEnvelope(
  { conversationId, number }: { conversationId: string; number: number },
  people: Recipient[],
): void {
  announceEncrypted(
    people.map(({ personId }) => personId),
    { conversation_id: conversationId, number },
  );
}

/**
 * Queues pushes about a message for people who are not connected; those who are get one if none of their devices has
 * fetched it after a minute. Once for each message. Best effort as well: the message itself waits in the inbox.
 * @param at when it was received (Unix ms)
 */
export function queueMessagePushes(
  { conversationId, number, at }: { conversationId: string; number: number; at: number },
  people: Recipient[],
): void {
  const told = people.filter(({ alert }) => alert).map(({ personId }) => personId);
  if (told.length === 0 || pushKey() === null) return;
  queue(told, messageEntry(at, conversationId, number)).catch((error: unknown) =>
    log().debug({ err: error }, "pushes about a message were not queued"),
  );
}

async function queue(told: string[], entry: string): Promise<void> {
  const targets = await pushTargetsLoader().getMany(told);
  const people = told.filter((_, index) => targets[index]);
  if (people.length === 0) return;
  const now = Date.now();
  const where = people.flatMap((id) => [keys.pushSeen(id), keys.pushWaiting(id), keys.online(id)]);
  const pairs = people.flatMap((id) => [id, entry]);
  await redis().runScript("push_queue", [keys.pushes, ...where], [String(now), String(now + MINUTE_MS), ...pairs]);
}
