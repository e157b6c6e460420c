import {
  blank,
  isUntouched,
  NO_TARGET,
  EMPTY_DRAFT_CONTENT,
  sameTarget,
  type Start,
  type Target,
  type LocalDraft,
} from "@/app/_client/drafts/model";
import { createStore } from "@/app/_client/create-store";
import { device, newId } from "@/app/_client/device";

/**
 * All that is being written or was kept by one person on this device. What is kept is in the
 * browser's storage (where it has room) at every keystroke, one entry a draft, so that a crash or another window loses
 * nothing; `sync.ts` brings it to the server and to other devices.
 */
const writings = new Map<string, LocalDraft>();
const starts = new Map<string, Start>();
const renamed = new Map<string, string>();
/** All drafts, the one last written first. Listeners hear of everything that is written, kept as a draft or not. */
export const drafts = createStore<LocalDraft[]>([]);
let owner = "";
let cut: LocalDraft[] = [];

const prefix = () => `draft:${owner}:`;
const nowKey = () => `draft-now:${owner}`;
const goneKey = () => `drafts-gone:${owner}`;

/** Reads what this device holds of somebody's drafts. Asking again changes nothing. */
export function initDrafts(ownerId: string): void {
  if (owner === ownerId || typeof window === "undefined") return;
  owner = ownerId;
  writings.clear();
  for (const key of device.keys()) if (key.startsWith(prefix())) read(key);
  cut = [...writings.values()].filter(({ sending }) => sending);
  addEventListener("storage", ({ key }) => {
    if (!key?.startsWith(prefix())) return;
    read(key);
    changed();
  });
  changed();
}

/** What was on its way when the page was left, so that nobody knows whether it arrived. Asked once. */
export function takeInterrupted(): LocalDraft[] {
  const interrupted = cut;
  cut = [];
  return interrupted;
}

/** Whether there is something here that the server does not know. */
export const isBehind = (): boolean => discardedDrafts().size > 0 || drafts.get().some(({ dirty }) => dirty);

/** What is written under an id. */
export const draftById = (id: string): LocalDraft | undefined => writings.get(id);

/** What is written with a certain picture. */
export function draftWithTarget(pictureKey: string): LocalDraft | undefined {
  return [...writings.values()].find(({ pictures }) => pictures.some(({ key }) => key === pictureKey));
}

/** The id that something has from now on: asked by whoever holds an id, at every change. */
export const currentId = (id: string): string => renamed.get(id) ?? id;

/** The id under which something is written about a target: the draft that is there, or a new one. */
export function startDraftFor(target: Target): string {
  const fresh = sameTarget(target, NO_TARGET);
  const there = fresh
    ? draftById(device.get(nowKey()) ?? "")
    : (drafts.get().find((writing) => sameTarget(writing, target)) ??
      [...writings.values()].find((writing) => sameTarget(writing, target) && !writing.sending));
  if (there && !there.sending) return there.id;
  const id = newId();
  writings.set(id, blank(id, target, EMPTY_DRAFT_CONTENT));
  if (fresh) device.set(nowKey(), id);
  return id;
}

/** Says what a writing begins with: more than that is worth keeping. Nothing that was written is changed. */
export function startDraft(id: string, start: Start): void {
  const writing = draftById(id);
  if (!writing || starts.get(writing.id) === start) return;
  starts.set(writing.id, start);
  if (!writing.kept && writing.at === 0) put({ ...writing, ...start });
}

/** Makes a draft the one that the next new bark goes on with; null begins an empty one. */
export function resumeDraft(id: string | null): void {
  device.set(nowKey(), id);
  changed();
}

/** Somebody wrote: kept at once, unless nothing is left of it. */
export function write(id: string, patch: Partial<LocalDraft>): void {
  const before = draftById(id);
  if (!before) return;
  const next = { ...before, ...patch, dirty: true, at: Math.max(Date.now(), before.at + 1) };
  next.kept = !isUntouched(next, starts.get(before.id) ?? EMPTY_DRAFT_CONTENT);
  if (before.kept && !next.kept && next.base > 0) noteGone(next.id);
  put(next.kept ? next : { ...next, base: 0 });
}

/** Notes something about a draft that its writer did not change. */
export function mark(id: string, patch: Partial<LocalDraft>): void {
  const before = draftById(id);
  if (before) put({ ...before, ...patch });
}

/** A draft came from the server. */
export function ingestDrafts(arrived: LocalDraft[]): void {
  for (const draft of arrived) put(draft);
}

/** The server keeps what was written here under another id, since the draft changed elsewhere. */
export function rename(id: string, other: string): void {
  const before = writings.get(id);
  if (!before) return;
  letGo(id);
  starts.set(other, starts.get(id) ?? EMPTY_DRAFT_CONTENT);
  if (device.get(nowKey()) === id) device.set(nowKey(), other);
  renamed.set(id, other);
  put({ ...before, id: other });
  // The old id is soon the other device's draft again.
  renamed.delete(id);
}

/** What could not be sent is a draft again; the composer for new barks shows it, unless it has something else. */
export function restoreDraft(id: string): void {
  const writing = draftById(id);
  if (!writing) return;
  put({ ...writing, sending: false, kept: true });
  if (sameTarget(writing, NO_TARGET) && !draftById(device.get(nowKey()) ?? "")?.kept) resumeDraft(writing.id);
}

/** Forgets a draft on this device; `everywhere` notes that the server is to forget it too. */
export function removeDraft(id: string, everywhere: boolean): void {
  const before = draftById(id);
  if (!before) return;
  if (everywhere && (before.base > 0 || before.dirty)) noteGone(before.id);
  letGo(before.id);
  changed();
}

/** The ids that the server is still to forget. */
export function discardedDrafts(): Set<string> {
  return new Set((device.get(goneKey()) ?? "").split(" ").filter(Boolean));
}

export function confirmGone(id: string): void {
  device.set(goneKey(), [...discardedDrafts()].filter((other) => other !== id).join(" ") || null);
}

/** The server is to forget a draft. */
export function noteGone(id: string): void {
  device.set(goneKey(), [...discardedDrafts().add(id)].join(" "));
}

function put(writing: LocalDraft): void {
  writings.set(writing.id, writing);
  const pictures = writing.pictures.flatMap((picture) =>
    picture.media ? [{ ...picture, src: picture.media.preview_url }] : [],
  );
  device.set(prefix() + writing.id, writing.kept ? JSON.stringify({ ...writing, pictures }) : null);
  changed();
}

function letGo(id: string): void {
  writings.delete(id);
  device.set(prefix() + id, null);
}

/** Takes over what this or another window kept; pictures on their way in this one stay. */
function read(key: string): void {
  const id = key.slice(prefix().length);
  const text = device.get(key);
  const here = writings.get(id);
  if (text === null) {
    if (here && !here.kept) return;
    writings.delete(id);
    return;
  }
  try {
    const kept = JSON.parse(text) as LocalDraft;
    const coming = here?.pictures.filter(({ media }) => !media) ?? [];
    writings.set(id, { ...kept, pictures: [...kept.pictures, ...coming] });
  } catch {
    writings.delete(id);
  }
}

function changed(): void {
  // A new list each time, so that listeners are called also when only something that is no draft changed.
  drafts.set([...writings.values()].filter(({ kept, sending }) => kept && !sending).toSorted((a, b) => b.at - a.at));
}
