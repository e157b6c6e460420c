import type { Redis } from "ioredis";
import { log } from "@/lib/log";
import type { Markers } from "@/lib/markers/schema";
import type { AnnouncementEvent, Broadcast, EncryptedNews, LiveEvent } from "@/lib/realtime/events";
import type { BarkChange, SignOutMessage, StreamKind } from "@/lib/realtime/schema";
import { redis } from "@/lib/redis";
import { channels, keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";

/**
 * Registers that a person is connected to a gateway until `until` (Unix ms), so that their events are published to it.
 * @returns the id of their newest event
 */
export async function registerConnection(personId: string, gateway: string, until: number): Promise<string> {
  const key = [keys.listening, keys.online(personId), keys.live(personId)];
  const args = [personId, gateway, Date.now(), until].map(String);
  return String(await redis().runScript("connect", key, args));
}

/** Unregisters a person from a gateway: none of their devices is connected there any more. */
export async function unregisterConnection(tcp: Redis, personId: string, gateway: string): Promise<void> {
  await tcp.zrem(keys.online(personId), gateway);
}

/** Publishes a change of a bark to the gateways where it is watched. */
export async function announceBarkChange(barkId: string, what: BarkChange): Promise<void> {
  await tcpRedis().publish(channels.bark(barkId), what);
}

/** Tells the gateways of a bark once, for streams that are not of one person. A deleted bark is not told of again. */
export async function broadcast(barkId: string, event: Broadcast): Promise<void> {
  const how = event.type === "bark:deleted" ? "gone" : "there";
  await redis().runScript("broadcast", [keys.tombstone(barkId)], [how, JSON.stringify(event)]);
}

/** Tells the gateways that the members or the policy of a list changed. Best effort: they also look from time to time. */
export async function announceListChange(listId: string): Promise<void> {
  await redis()
    .publish(channels.lists, listId)
    .catch((error: unknown) => log().debug({ err: error }, "a list was not announced"));
}

/** Tells a person's devices that their filters changed. Best effort: the next page of a list applies them anyway. */
export function announceFilters(personId: string): void {
  publishTo(personId, "filters", "", { type: "filters" });
}

function publishTo(personId: string, kind: StreamKind, value: string, event: LiveEvent): void {
  const where = [keys.listening, keys.live(personId), keys.online(personId)];
  redis()
    .runScript("publish_event", where, [personId, String(Date.now()), kind, value, JSON.stringify(event)])
    .catch((error: unknown) => log().debug({ err: error, kind }, "a live event was not published"));
}

/**
 * Tells every gateway to disconnect somebody. Best effort: a gateway that misses the message
 * finds out when it next checks its sessions, within five minutes.
 */
export function announceSignOut(who: SignOutMessage): void {
  redis()
    .publish(channels.signedOut, JSON.stringify(who))
    .catch((error: unknown) => log().warn({ err: error }, "sign-out not announced"));
}

/** Tells everybody who is connected of an announcement. Best effort: clients read the list when they open Home. */
export function announceToTown(event: AnnouncementEvent): void {
  redis()
    .publish(channels.announcements, JSON.stringify(event))
    .catch((error: unknown) => log().warn({ err: error }, "an announcement was not sent live"));
}

/** The interval (ms) at which read alerts are removed from devices that are not connected, several at a time. */
const RECALL_MS = 2_000;

/** Sends a person's new markers to their devices. Best effort: the others see them when they next read markers. */
export function announceRead(personId: string, markers: Markers): void {
  publishTo(personId, "read", JSON.stringify(markers), { type: "read", markers });
  if (markers.notifications) recallPushes(personId);
}

/**
 * Tells the devices of people that there is something of encrypted messages to fetch. Best effort: devices also ask
 * whenever they connect.
 */
export function announceEncrypted(people: string[], news: EncryptedNews): void {
  if (people.length === 0) return;
  const event: LiveEvent = { type: "e2ee", news };
  const where = [keys.listening, ...people.flatMap((person) => [keys.live(person), keys.online(person)])];
  const said = [String(Date.now()), "e2ee", JSON.stringify(news), JSON.stringify(event)];
  redis()
    .runScript("publish_events", where, [...said, ...people])
    .catch((error: unknown) => log().debug({ err: error }, "encrypted messages were not announced"));
}

/** Lets devices that are not connected close notifications that were read elsewhere. Best effort as well. */
function recallPushes(personId: string): void {
  const involved = [keys.pushes, keys.pushTold(personId), keys.pushWaiting(personId)];
  const due = (Math.ceil(Date.now() / RECALL_MS) + 1) * RECALL_MS;
  redis()
    .runScript("push_recall", involved, [personId, String(due)])
    .catch((error: unknown) => log().debug({ err: error }, "shown pushes were not recalled"));
}
