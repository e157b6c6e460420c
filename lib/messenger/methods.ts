import { fromHex, toHex } from "@/lib/bytes/encoding";
import { clear } from "@/lib/messenger/alarms";
import { archiveOf } from "@/lib/messenger/archive-sync";
import { encryptFiles, openFile } from "@/lib/messenger/attachments";
import {
  addMembers,
  answerRequest,
  createConversation,
  findContact,
  leaveConversation,
  patchConversation,
  removeMember,
} from "@/lib/messenger/conversations";
import {
  compareCode,
  leaveAccount,
  logStateOf,
  ownDevices,
  removeOwnDevice,
  renameDevice,
  safetyOf,
} from "@/lib/messenger/devices";
import { conversationOf, ownDevice, type Engine } from "@/lib/messenger/engine";
import { enrolDevice } from "@/lib/messenger/enrolment";
import { acceptLink, offerLink, readLink } from "@/lib/messenger/linking";
import { readingOf, tellOwnDevices } from "@/lib/messenger/own-devices";
import { MessengerError } from "@/lib/messenger/ports";
import {
  completeReset,
  keepPasskey,
  keepWords,
  newWords,
  setArchive,
  startReset,
  unlockWithPasskey,
  unlockWithWords,
  vetoReset,
} from "@/lib/messenger/recovery";
import type { Messenger, MessengerState, OutgoingMessage } from "@/lib/messenger/schema";
import { enqueue } from "@/lib/messenger/sending";
import { isNamed, markRead, messageOf, ownMessage, patchReading, report, search } from "@/lib/messenger/reading";
import { Work } from "@/lib/messenger/store";
import { vaultPairs, waysOf } from "@/lib/messenger/vault";
import { isGathering, isUnread, messageView, summaryOf, timelineOf } from "@/lib/messenger/views";

/** For how long (ms) no new keys are made after signing out began. */
const QUIET_MS = 30_000;

type Send = (id: string, message: OutgoingMessage, token?: string) => Promise<string>;

/** The methods that pages call. `send` also takes a token, by which a repeated call is recognised. */
export function methodsOf(engine: Engine): { messenger: Messenger; send: Send } {
  const send: Send = async (id, { text, replyTo, attachments: files = [] }, token) => {
    const { expiry } = conversationOf(engine, id);
    const { attachments, encrypted } = await encryptFiles(files);
    const target = replyTo === undefined ? null : await messageOf(engine, id, replyTo);
    const inReplyTo = target ? { inReplyTo: fromHex(target.id) } : {};
    const content = { kind: "text" as const, text, attachments, ...inReplyTo };
    const expiresAt = expiry === null ? null : engine.ports.now() + expiry * 1000;
    return enqueue(engine, { conversationId: id, content, token, expiresAt, files: encrypted });
  };
  let quietUntil = 0;
  const messenger: Messenger = {
    state: () => stateOf(engine),
    async enrol(deviceName) {
      if (engine.ports.now() < quietUntil) throw new MessengerError("signed_out", "You are signing out.");
      await enrolDevice(engine, deviceName);
      return stateOf(engine);
    },
    async conversations() {
      const shown = engine.store
        .all("conversation/")
        .filter(({ kind, state, left }) => kind !== "self" && state !== "declined" && !left);
      const all = await Promise.all(shown.map((record) => summaryOf(engine, record)));
      const at = (one: (typeof all)[number]) => one.last?.at ?? shown.find(({ id }) => id === one.id)?.createdAt ?? 0;
      const sorted = all.toSorted((a, b) => at(b) - at(a));
      return {
        open: sorted.filter(({ state }) => state === "open"),
        requests: sorted.filter(({ state }) => state === "request"),
        gathering: isGathering(engine, shown),
      };
    },
    conversation: (id) => summaryOf(engine, conversationOf(engine, id)),
    async messages(id, { before, limit }) {
      conversationOf(engine, id);
      const timeline = await timelineOf(engine, id);
      const end = before === undefined ? timeline.length : timeline.findIndex((message) => isNamed(message, before));
      const start = Math.max(0, end - limit);
      const byId = new Map(timeline.map((message) => [message.id, message]));
      const page = timeline.slice(start, Math.max(end, 0)).map((message) => messageView(engine, message, byId));
      return { messages: page, more: start > 0 };
    },
    async firstUnread(id) {
      const { readTo } = readingOf(engine, id);
      const own = ownDevice(engine).accountId;
      const first = (await timelineOf(engine, id)).find((message) => isUnread(message, own, readTo));
      return first ? first.id : null;
    },
    search: (text) => search(engine, text),
    async contact(personId) {
      const { state, conversationId } = await findContact(engine, personId);
      return { state, conversationId };
    },
    create: (personIds, name) => createConversation(engine, personIds, name),
    send,
    async edit(id, messageId, text) {
      const { id: target, attachments } = await ownMessage(engine, id, messageId);
      await enqueue(engine, {
        conversationId: id,
        content: { kind: "edit", replaces: fromHex(target), text, attachments },
      });
    },
    async remove(id, messageId) {
      const { id: target } = await ownMessage(engine, id, messageId);
      await enqueue(engine, { conversationId: id, content: { kind: "delete", replaces: fromHex(target) } });
    },
    async react(id, messageId, emoji) {
      const target = await messageOf(engine, id, messageId);
      const before = target.reactions[ownDevice(engine).accountId];
      if (emoji !== null && before?.emoji === emoji) return;
      if (emoji === null && before && before.emoji !== "") {
        await enqueue(engine, { conversationId: id, content: { kind: "delete", replaces: fromHex(before.id) } });
      } else if (emoji !== null) {
        await enqueue(engine, {
          conversationId: id,
          content: { kind: "reaction", inReplyTo: fromHex(target.id), emoji },
        });
      }
    },
    async retry(id, messageId) {
      const failed = engine.store
        .entries("outgoing/")
        .filter(([, { conversationId, problem }]) => conversationId === id && problem !== null);
      const work = new Work(engine.store);
      for (const [key, record] of failed) {
        const target = "replaces" in record.content ? toHex(record.content.replaces) : null;
        if ([record.id, record.shownAs, target].includes(messageId)) {
          work.put(key as `outgoing/${string}`, { ...record, problem: null, encrypted: null });
        }
      }
      await work.commit();
      engine.emit({ topic: "conversation", id });
      engine.flush(id);
    },
    markRead: (id) => markRead(engine, id),
    async setDraft(id, text) {
      await patchReading(engine, id, { draft: text === "" ? null : text, draftAt: engine.ports.now() });
      const content = { kind: "draft" as const, conversationId: fromHex(id), text, at: engine.ports.now() };
      await tellOwnDevices(engine, content);
    },
    async setMuted(id, muted) {
      await engine.server.put(`conversations/${id}`, { muted });
      await patchConversation(engine, id, { muted });
    },
    async setExpiry(id, seconds) {
      await enqueue(engine, { conversationId: id, content: { kind: "timer", seconds } });
    },
    async attachment(id, messageId, index) {
      const message = await messageOf(engine, id, messageId);
      const file = message.attachments[index];
      if (!file) throw new MessengerError("file_missing", "The picture is no longer there.");
      const waiting = engine.store.all("outgoing/").find((record) => record.shownAs === messageId);
      const local = waiting && file.url === "" ? `${waiting.seq}/${index}` : null;
      return { bytes: new Uint8Array(await openFile(engine, file, local)), mediaType: file.mediaType };
    },
    async rename(id, name) {
      await enqueue(engine, { conversationId: id, content: { kind: "name", name: name === "" ? null : name } });
    },
    addMembers: (id, personIds) => addMembers(engine, id, personIds),
    removeMember: (id, accountId) => removeMember(engine, id, accountId),
    leave: (id) => leaveConversation(engine, id),
    accept: (id) => answerRequest(engine, id, "accept"),
    decline: (id) => answerRequest(engine, id, "decline"),
    report: (id, messageIds, comment) => report(engine, id, messageIds, comment),
    safety: (id) => safetyOf(engine, id),
    compare: (id, code) => compareCode(engine, id, code),
    async acceptAlarm(alarmId) {
      const alarm = engine.store.get(`alarm/${alarmId}`);
      if (!alarm?.acceptable) throw new MessengerError("not_acceptable", "This cannot be accepted.");
      if (alarm.kind === "roster" && alarm.conversationId)
        await patchConversation(engine, alarm.conversationId, { stale: true });
      await clear(engine.log, alarmId);
      engine.flush(alarm.conversationId ?? undefined);
    },
    evidence: async (alarmId) => engine.store.get(`alarm/${alarmId}`)?.evidence ?? "",
    devices: () => ownDevices(engine),
    renameDevice: (deviceId, name) => renameDevice(engine, deviceId, name),
    removeDevice: (deviceId) => removeOwnDevice(engine, deviceId),
    offerLink: () => offerLink(engine),
    readLink: (code) => readLink(engine, code),
    acceptLink: (code) => acceptLink(engine, code),
    newWords: async () => newWords(),
    keepWords: (words) => keepWords(engine, words),
    keepPasskey: (credentialId, prf) => keepPasskey(engine, credentialId, prf),
    unlockWithWords: (words) => unlockWithWords(engine, words),
    unlockWithPasskey: (credentialId, prf) => unlockWithPasskey(engine, credentialId, prf),
    setArchive: (enabled) => setArchive(engine, enabled),
    async startReset() {
      await startReset(engine);
      return stateOf(engine);
    },
    completeReset: () => completeReset(engine),
    vetoReset: () => vetoReset(engine),
    async forget() {
      const isLeaving = engine.store.get("device")?.phase === "ready";
      await leaveAccount(engine).catch((error: unknown) => engine.ports.warn?.(`leaving: ${String(error)}`));
      await engine.store.clear();
      await engine.ports.keys.clear();
      engine.signer = null;
      // Another window that shows Messages would make new keys at once, while this one signs out.
      if (isLeaving) quietUntil = engine.ports.now() + QUIET_MS;
      engine.groups.clear();
      engine.emit({ topic: "state" });
    },
  };
  return { messenger, send };
}

async function stateOf(engine: Engine): Promise<MessengerState> {
  const device = engine.store.get("device");
  if (!device) return { phase: "absent" };
  if (device.phase === "removed") return { phase: "removed" };
  if (device.phase === "enrolling" || device.accountId === null) return { phase: "starting" };
  if (device.phase === "locked") {
    const entries = await vaultPairs(engine).catch(() => []);
    const ways = waysOf(entries, engine.log.state(device.accountId)?.recoveryKeys ?? []);
    const passkeys = ways.filter(({ way }) => way === "passkey").map(({ id }) => id);
    return {
      phase: "locked",
      ways: [...new Set([...ways.map(({ way }) => way), "device" as const])],
      passkeys,
      resetAt: device.resetAt,
    };
  }
  const { enabled, ways, loading, missing } = archiveOf(engine);
  return {
    phase: "ready",
    accountId: device.accountId,
    deviceId: device.deviceId,
    online: engine.online,
    log: logStateOf(engine),
    archive: { enabled, ways: [...new Set(ways.map(({ way }) => way))], loading, missing },
  };
}
