import type { Engine } from "@/lib/messenger/engine";
import type { ArchivedMessage, ArchiveRecordState } from "@/lib/messenger/records";
import type { Work } from "@/lib/messenger/store";

/** The state before there is an archive. */
export const NO_ARCHIVE: ArchiveRecordState = {
  counted: 0,
  missing: 0,
  enabled: false,
  keys: {},
  ways: [],
  next: null,
  watchedUntil: 0,
  loaded: 0,
  loading: 0,
};

/** Queues a message for the archive, if there is one. Every device queues what it sees; equal records fall together. */
export function stageArchived(engine: Engine, work: Work, message: ArchivedMessage): void {
  if (work.get("archive")?.enabled !== true) return;
  work.put(`archived/${message.conversationId}/${message.id}`, message);
  work.after(() => engine.archiveSoon());
}
