import {
  blank,
  isUntouched,
  NO_TARGET,
  EMPTY_DRAFT_CONTENT,
  sameTarget,
  threadOf,
  type Start,
  type Target,
  type LocalDraft,
} from "@/app/_client/drafts/model";
import { createStore } from "@/app/_client/create-store";
import { device, newId } from "@/app/_client/device";

/**
 * One person's drafts on this device. Each kept draft is one entry of the browser's storage (where it has room), written
 * at every keystroke, so that nothing is lost in a crash or to another window; `sync.ts` synchronises them with the
 * server and other devices.
 */
const writings = new Map<string, LocalDraft>();
const starts = new Map<string, Start>();
const renamed = new Map<string, string>();
/** All drafts, the last one written first. Listeners are called for every change, whether a draft is kept or not. */
export const drafts = createStore<LocalDraft[]>([]);
let owner = "";
let cut: LocalDraft[] = [];

const prefix = () => `draft:${owner}:`;
const nowKey = () => `draft-now:${owner}`;
const goneKey = () => `drafts-gone:${owner}`;

/** Loads a person's drafts from this device; idempotent. */
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

/** The drafts that were being sent when the page was closed, so their outcome is unknown. Read once. */
export function takeInterrupted(): LocalDraft[] {
  const interrupted = cut;
  cut = [];
  return interrupted;
}

/** Whether this device has changes that the server does not have. */
export const isBehind = (): boolean => discardedDrafts().size > 0 || drafts.get().some(({ dirty }) => dirty);

/** The draft with an id. */
export const draftById = (id: string): LocalDraft | undefined => writings.get(id);

/** The draft with a certain picture. */
export function draftWithTarget(pictureKey: string): LocalDraft | undefined {
  return [...writings.values()].find(({ pictures }) => pictures.some(({ key }) => key === pictureKey));
}

/** The current id of a draft, which may have been replaced; look it up at every change. */
export const currentId = (id: string): string => renamed.get(id) ?? id;

/** The id of the draft about a target: an existing draft, or a new one. */
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

/** The drafts that continue the thread of a draft, in order, also those without a text yet. */
export function partsAfter(id: string): LocalDraft[] {
  const first = draftById(id);
  if (!first) return [];
  const continues = ({ thread, place = 0, sending }: LocalDraft) =>
    thread === threadOf(first) && place > (first.place ?? 0) && !sending;
  return [...writings.values()].filter(continues).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
}

/** Adds an empty part at the end of the thread of a draft. It is kept when it has a text. @returns its id */
export function addPart(id: string): string {
  const last = partsAfter(id).at(-1) ?? draftById(id);
  const part = newId();
  const thread = last ? threadOf(last) : id;
  writings.set(part, { ...blank(part, NO_TARGET, EMPTY_DRAFT_CONTENT), thread, place: (last?.place ?? 0) + 1 });
  changed();
  return part;
}

/** Removes a part of a thread; the place of its first one is taken by the next. */
export function removePart(id: string): void {
  const part = draftById(id);
  const [next] = partsAfter(id);
  if (!part || !next || hasPartBefore(part)) return removeDraft(id, true);
  const { at, base, thread, place, replyTo, quotes, edits, audience, quotePolicy } = part;
  write(id, { ...next, id, at, base, thread, place, replyTo, quotes, edits, audience, quotePolicy });
  removeDraft(next.id, true);
}

function hasPartBefore({ id, thread, place = 0 }: LocalDraft): boolean {
  const isBefore = (other: LocalDraft) =>
    other.id !== id && threadOf(other) === thread && (other.place ?? 0) < place && !other.sending;
  return [...writings.values()].some(isBefore);
}

/** Forgets the parts of a thread that have no text. */
export function forgetEmptyParts(id: string): void {
  for (const part of partsAfter(id)) if (!part.kept) letGo(part.id);
  changed();
}

/** A part of a thread was sent: the next one, if there is one, answers it. */
export function continueThread(writing: LocalDraft, sentId: string): void {
  const place = writing.place ?? 0;
  const next = [...writings.values()]
    .filter((part) => part.thread === threadOf(writing) && (part.place ?? 0) > place)
    .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))[0];
  if (next && next.replyTo === null) put({ ...next, replyTo: sentId, dirty: true });
}

/** Sets the initial content of a draft; only more than that is worth keeping. What was written is not changed. */
export function startDraft(id: string, start: Start): void {
  const writing = draftById(id);
  if (!writing || starts.get(writing.id) === start) return;
  starts.set(writing.id, start);
  if (!writing.kept && writing.at === 0) put({ ...writing, ...start });
}

/** Makes this the draft that the composer for new barks shows; null starts an empty one. */
export function resumeDraft(id: string | null): void {
  device.set(nowKey(), id);
  changed();
}

/** Applies a change by the writer: saved at once, unless nothing is left of the draft. */
export function write(id: string, patch: Partial<LocalDraft>): void {
  const before = draftById(id);
  if (!before) return;
  const next = { ...before, ...patch, dirty: true, at: Math.max(Date.now(), before.at + 1) };
  next.kept = !isUntouched(next, starts.get(before.id) ?? EMPTY_DRAFT_CONTENT);
  if (before.kept && !next.kept && next.base > 0) noteGone(next.id);
  put(next.kept ? next : { ...next, base: 0 });
}

/** Records something about a draft that its writer did not change. */
export function mark(id: string, patch: Partial<LocalDraft>): void {
  const before = draftById(id);
  if (before) put({ ...before, ...patch });
}

/** Takes over a draft from the server. */
export function ingestDrafts(arrived: LocalDraft[]): void {
  for (const draft of arrived) put(draft);
}

/** The server stores this device's text under another id, since the draft was changed elsewhere. */
export function rename(id: string, other: string): void {
  const before = writings.get(id);
  if (!before) return;
  letGo(id);
  starts.set(other, starts.get(id) ?? EMPTY_DRAFT_CONTENT);
  if (device.get(nowKey()) === id) device.set(nowKey(), other);
  renamed.set(id, other);
  put({ ...before, id: other });
  for (const part of writings.values()) if (part.thread === id) put({ ...part, thread: other, dirty: true });
  // The old id will soon be the other device's draft again.
  renamed.delete(id);
}

/** Makes what could not be sent a draft again; the composer for new barks shows it, unless it has other content. */
export function restoreDraft(id: string): void {
  const writing = draftById(id);
  if (!writing) return;
  put({ ...writing, sending: false, kept: true });
  if (!writing.thread && sameTarget(writing, NO_TARGET) && !draftById(device.get(nowKey()) ?? "")?.kept)
    resumeDraft(writing.id);
}

/** Deletes a draft on this device; `everywhere` also schedules its deletion on the server. */
export function removeDraft(id: string, everywhere: boolean): void {
  const before = draftById(id);
  if (!before) return;
  if (everywhere && (before.base > 0 || before.dirty)) noteGone(before.id);
  letGo(before.id);
  changed();
}

/** The ids that are still to be deleted on the server. */
export function discardedDrafts(): Set<string> {
  return new Set((device.get(goneKey()) ?? "").split(" ").filter(Boolean));
}

export function confirmGone(id: string): void {
  device.set(goneKey(), [...discardedDrafts()].filter((other) => other !== id).join(" ") || null);
}

/** Schedules the deletion of a draft on the server. */
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

/** Takes over what this or another window stored; pictures that this one is uploading stay. */
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
  // A new list each time, so that listeners are also called when only something else than drafts changed.
  drafts.set([...writings.values()].filter(({ kept, sending }) => kept && !sending).toSorted((a, b) => b.at - a.at));
}
