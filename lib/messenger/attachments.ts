import { decryptAttachment, encryptAttachment } from "@/lib/archive/attachments";
import type { Attachment, Content } from "@/lib/message-content/types";
import { fromBase64 } from "@/lib/bytes/encoding";
import type { Engine } from "@/lib/messenger/engine";
import { MessengerError } from "@/lib/messenger/ports";
import type { OutgoingRecord } from "@/lib/messenger/records";
import type { OutgoingAttachment } from "@/lib/messenger/schema";
import { Refused } from "@/lib/messenger/server";
import { Work } from "@/lib/messenger/store";

const PATH = "/api/v1/barker/e2ee/attachments/";

/** Encrypts the files of a message that is to be sent. Their urls are filled in when they are uploaded. */
export async function encryptFiles(
  files: readonly OutgoingAttachment[],
): Promise<{ attachments: Attachment[]; encrypted: Uint8Array[] }> {
  const made = await Promise.all(files.map(async (file) => ({ file, ...(await encryptAttachment(file.bytes)) })));
  return {
    encrypted: made.map(({ encrypted }) => encrypted),
    attachments: made.map(({ file, key, nonce, hash, size }) => ({
      url: "",
      mediaType: file.mediaType,
      size,
      key,
      nonce,
      hash,
      alt: file.alt,
      fileName: "",
      width: file.width,
      height: file.height,
      ...(file.thumbhash !== null && { thumbhash: fromBase64(file.thumbhash) }),
    })),
  };
}

/** Uploads the files of a message that are not there yet, and remembers each at once. */
export async function uploadFiles(engine: Engine, outgoing: OutgoingRecord): Promise<OutgoingRecord> {
  if (outgoing.content.kind !== "text") return outgoing;
  let current = outgoing;
  for (const [index, { url }] of outgoing.content.attachments.entries()) {
    if (url !== "") continue;
    const file = await engine.store.fetch(`file/${outgoing.seq}/${index}`);
    if (!file) throw new MessengerError("file_missing", "The picture is no longer on this device.");
    const { id } = await engine.server.upload<{ id: string }>("attachments", file);
    const content = withUrl(current.content, index, `https://${engine.ports.host}${PATH}${id}`);
    current = Object.assign({}, current, { content });
    const work = new Work(engine.store);
    work.put(`outgoing/${String(outgoing.seq).padStart(12, "0")}`, current);
    await work.commit();
  }
  return current;
}

function withUrl(content: Content, index: number, url: string): Content {
  if (content.kind !== "text") return content;
  const attachments = content.attachments.map((file, at) => (at === index ? { ...file, url } : file));
  return { ...content, attachments };
}

/** Deletes the local copies of files that were uploaded. */
export function deleteFiles(work: Work, { seq, content }: OutgoingRecord): void {
  if (content.kind !== "text") return;
  for (const index of content.attachments.keys()) work.delete(`file/${seq}/${index}`);
}

/** The file of an attachment, from this device while it waits to be uploaded, else from the server. */
export async function openFile(
  engine: Engine,
  attachment: Attachment,
  local: string | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const stored = local ? await engine.store.fetch(`file/${local}`) : undefined;
  const id = attachment.url.slice(attachment.url.lastIndexOf("/") + 1);
  // The sender wrote the address: nothing else of it may become part of a request.
  if (!stored && !/^[0-9a-f]{32}$/.test(id))
    throw new MessengerError("file_missing", "The picture is no longer there.");
  try {
    return await decryptAttachment(stored ?? (await engine.server.download(`attachments/${id}`)), attachment);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error;
    throw new MessengerError("file_missing", "The picture is no longer there.");
  }
}
