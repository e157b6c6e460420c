import { createStore } from "@/app/_client/create-store";
import { useStore } from "@/app/_client/use-store";
import { shrink } from "@/app/_client/shrink";
import { MAX_PICTURES, type Picture } from "@/app/_client/drafts/model";
import { newId } from "@/app/_client/device";
import { write, draftById, draftWithTarget } from "@/app/_client/drafts/store";
import { send, type Outcome } from "@/app/_client/api";
import { compose as words } from "@/app/_words/compose";
import { polls } from "@/app/_words/polls";
import type { MediaAttachment } from "@/lib/media/schema";

/** The progress of a picture's upload (0 to 1), or why it failed. */
export interface PictureUpload {
  sent: number;
  fault: string | null;
}

interface Upload extends PictureUpload {
  file: File;
  stop: () => void;
}

/** Pictures that are not uploaded yet, by their keys. */
const uploads = createStore<ReadonlyMap<string, Upload>>(new Map());

/** The progress of a picture's upload; undefined when it is complete. */
export function useUpload(key: string): PictureUpload | undefined {
  return useStore(uploads, (all) => all.get(key), undefined);
}

/**
 * Adds pictures to a draft and uploads each at once.
 * @returns a sentence when they exceed the maximum number, or the draft has a poll; else null
 */
export function attach(writingId: string, files: File[]): string | null {
  const writing = draftById(writingId);
  if (writing?.poll) return polls.notBoth;
  const here = writing?.pictures ?? [];
  const taken = files.slice(0, MAX_PICTURES - here.length);
  const added = taken.map((file) => ({ file, picture: toCome(file) }));
  write(writingId, { pictures: [...here, ...added.map(({ picture }) => picture)] });
  for (const { file, picture } of added) void upload(picture.key, file);
  return taken.length < files.length ? words.tooManyPictures(MAX_PICTURES) : null;
}

function toCome(file: File): Picture {
  return { key: newId(), media: null, alt: "", src: URL.createObjectURL(file) };
}

/** Retries the upload of a picture. */
export function retry(key: string): void {
  const before = uploads.get().get(key);
  if (before) void upload(key, before.file);
}

/** Removes a picture from its draft, and cancels its upload. */
export function remove(writingId: string, key: string): void {
  uploads.get().get(key)?.stop();
  note(key, null);
  const pictures = draftById(writingId)?.pictures ?? [];
  const picture = pictures.find((one) => one.key === key);
  if (picture?.src.startsWith("blob:")) URL.revokeObjectURL(picture.src);
  write(writingId, { pictures: pictures.filter((one) => one.key !== key) });
}

async function upload(key: string, file: File): Promise<void> {
  note(key, { file, sent: 0, fault: null, stop: () => undefined });
  const small = await shrink(file);
  if (typeof small === "string") return note(key, { file, sent: 0, fault: small, stop: () => undefined });
  const { answer, stop } = post(small, (sent) => note(key, { file, sent, fault: null, stop }));
  note(key, { file, sent: 0, fault: null, stop });
  const outcome = await answer;
  if (!uploads.get().has(key)) return;
  if (!outcome.ok) return note(key, { file, sent: 0, fault: outcome.sentence, stop });
  note(key, null);
  const media = outcome.value;
  const writing = draftWithTarget(key);
  if (!writing) return;
  const pictures = writing.pictures.map((one) => (one.key === key ? { ...one, media } : one));
  write(writing.id, { pictures });
  const alt = pictures.find((one) => one.key === key)?.alt ?? "";
  if (alt !== "") void describe(media, alt);
}

/** Sends a picture's description to the server. */
export function describe(media: MediaAttachment, description: string): Promise<Outcome<MediaAttachment>> {
  return send<MediaAttachment>(`/api/v1/media/${media.id}`, { method: "PUT", json: { description } });
}

function note(key: string, upload_: Upload | null): void {
  const next = new Map(uploads.get());
  if (upload_) next.set(key, upload_);
  else next.delete(key);
  uploads.set(next);
}

/** Uploads one file; fetch reports no progress. */
function post(file: File, progress: (sent: number) => void) {
  const request = new XMLHttpRequest();
  const answer = new Promise<Outcome<MediaAttachment>>((resolve) => {
    const failed = (sentence: string) => resolve({ ok: false, status: request.status, sentence, fields: {} });
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total));
    request.addEventListener("error", () => failed(words.pictureOffline));
    request.addEventListener("load", () => {
      const said = request.response as (MediaAttachment & { error?: string }) | null;
      if (said && request.status < 300) resolve({ ok: true, value: said, next: null });
      else failed(said?.error?.replace(/^Validation failed: /, "") ?? words.pictureNotSent);
    });
  });
  request.open("POST", "/api/v2/media");
  request.responseType = "json";
  const form = new FormData();
  form.append("file", file);
  request.send(form);
  return { answer, stop: () => request.abort() };
}
