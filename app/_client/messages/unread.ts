import { send } from "@/app/_client/api";
import { createStore } from "@/app/_client/create-store";
import { device, WHOSE } from "@/app/_client/device";
import { subscribe } from "@/app/_client/events";
import { MESSAGES_CHANNEL, type ChannelMessage } from "@/app/_client/messages/protocol";

/** Where the ids of unread conversations are stored, and the id by which the server knows this device. */
const UNREAD_KEY = "messages-unread";
const DEVICE_KEY = "messages-device";
/** How long (ms) the messenger has to say what is unread before the server is asked. */
const PATIENCE_MS = 1_000;

/**
 * The number of conversations with unread messages. While it is used it is kept current without the messenger: by live
 * events, by the server's list of what this device has not fetched, and by the messenger where it runs.
 */
export const unreadConversations = createStore(0, watchUnread);

/** What was stored last for this person. */
function stored(personId: string): string[] {
  try {
    const value: unknown = JSON.parse(device.get(`${UNREAD_KEY}:${personId}`) ?? "[]");
    return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

function store(personId: string, ids: readonly string[]): void {
  device.set(`${UNREAD_KEY}:${personId}`, ids.length > 0 ? JSON.stringify(ids) : null);
  unreadConversations.set(ids.length);
}

function watchUnread(): () => void {
  const personId = device.get(WHOSE) ?? "";
  if (personId === "") return () => {};
  // The store must not change while its first listener is being added.
  queueMicrotask(() => store(personId, stored(personId)));
  const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(MESSAGES_CHANNEL);
  let heardAt = 0;
  channel?.addEventListener("message", ({ data }: MessageEvent<ChannelMessage>) => {
    if (data.type !== "unread" || data.personId !== personId) return;
    heardAt = Date.now();
    device.set(`${DEVICE_KEY}:${personId}`, data.deviceId);
    store(personId, data.conversationIds);
  });
  const askServer = async () => {
    const deviceId = device.get(`${DEVICE_KEY}:${personId}`);
    if (!deviceId) return;
    const query = new URLSearchParams({ device_id: deviceId });
    const answer = await send<{ conversation_ids: string[] }>(`/api/v1/barker/e2ee/unread?${query}`);
    if (answer.ok) store(personId, [...new Set([...stored(personId), ...answer.value.conversation_ids])]);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Where the messenger runs it knows best: what it has not acknowledged yet may be the person's own message.
  const ask = () => {
    const askedAt = Date.now();
    channel?.postMessage({ type: "ask-unread" } satisfies ChannelMessage);
    clearTimeout(timer);
    timer = setTimeout(() => heardAt < askedAt && void askServer(), PATIENCE_MS);
  };
  ask();
  const stop = subscribe((news) => {
    if (news.type === "gap" || (news.type === "e2ee" && news.conversationId !== null)) ask();
  });
  return () => {
    stop();
    clearTimeout(timer);
    channel?.close();
  };
}
