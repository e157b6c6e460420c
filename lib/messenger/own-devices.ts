import { toHex } from "@/lib/bytes/encoding";
import type { OwnDevices, Content } from "@/lib/message-content/types";
import { ownConversation, ownDevice, type Engine } from "@/lib/messenger/engine";
import type { ReadingRecord } from "@/lib/messenger/records";
import { NO_ARCHIVE } from "@/lib/messenger/archive-queue";
import { enqueue } from "@/lib/messenger/sending";
import type { Work } from "@/lib/messenger/store";

const NOTHING_READ: ReadingRecord = { readTo: 0, draft: null, draftAt: 0 };

/** What was read of a conversation, and its draft. */
export function readingOf(engine: Pick<Engine, "store">, conversationId: string): ReadingRecord {
  return engine.store.get(`reading/${conversationId}`) ?? NOTHING_READ;
}

/** Takes over what another device of the account says. Older news change nothing. */
export function applyOwnUpdate(engine: Engine, work: Work, content: Content): void {
  switch (content.kind) {
    case "read":
      for (const { conversationId, number } of content.markers) {
        const key = `reading/${toHex(conversationId)}` as const;
        const before = work.get(key) ?? NOTHING_READ;
        if (number > before.readTo) work.put(key, { ...before, readTo: number });
      }
      work.after(() => engine.emit({ topic: "conversations" }));
      return;
    case "draft": {
      const key = `reading/${toHex(content.conversationId)}` as const;
      const before = work.get(key) ?? NOTHING_READ;
      if (content.at <= before.draftAt) return;
      work.put(key, { ...before, draft: content.text === "" ? null : content.text, draftAt: content.at });
      work.after(() => engine.emit({ topic: "conversation", id: toHex(content.conversationId) }));
      return;
    }
    case "archive_key": {
      const archive = work.get("archive");
      const keys = { ...archive?.keys, [content.epoch]: content.key };
      work.put("archive", { ...(archive ?? NO_ARCHIVE), enabled: archive?.enabled ?? true, keys });
      work.after(() => engine.emit({ topic: "state" }));
      return;
    }
    case "settings": {
      const { archive: enabled } = content.values;
      const before = work.get("archive") ?? NO_ARCHIVE;
      // Switched off, it was deleted.
      if (typeof enabled === "boolean") work.put("archive", { ...before, enabled, counted: 0, missing: 0 });
      return;
    }
    case "archive_count": {
      const before = work.get("archive") ?? NO_ARCHIVE;
      work.put("archive", { ...before, counted: Math.max(before.counted, content.count) });
      return;
    }
    default:
      return;
  }
}

/** Tells the other devices of the account something, if there are any. */
export async function tellOwnDevices(engine: Engine, content: OwnDevices): Promise<void> {
  const self = ownConversation(engine);
  if (!self || engine.log.devices(ownDevice(engine).accountId).length < 2) return;
  await enqueue(engine, { conversationId: self.id, content });
}
