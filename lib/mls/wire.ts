import { decodeMlsMessage, encodeMlsMessage, type MLSMessage, type MlsMessageContent } from "ts-mls/message.js";
import { MlsError } from "@/lib/mls/errors";

type Content<W extends MlsMessageContent["wireformat"]> = Extract<MlsMessageContent, { wireformat: W }>;

/** The MLSMessage in these bytes. Throws MlsError "malformed", also for bytes after its end. */
export function decodeMessage(bytes: Uint8Array): MLSMessage {
  try {
    const [message, length] = decodeMlsMessage(bytes, 0) ?? [];
    if (message !== undefined && length === bytes.length) return message;
  } catch (cause) {
    throw new MlsError("malformed", "The bytes are no MLSMessage.", { cause });
  }
  throw new MlsError("malformed", "The bytes are no MLSMessage.");
}

/** The message of one wire format in these bytes. Throws MlsError "malformed". */
export function decodeAs<W extends MlsMessageContent["wireformat"]>(wireformat: W, bytes: Uint8Array): Content<W> {
  const message = decodeMessage(bytes);
  const isWanted = (content: MlsMessageContent): content is Content<W> => content.wireformat === wireformat;
  if (!isWanted(message)) throw new MlsError("malformed", `The message is of another format than ${wireformat}.`);
  return message;
}

export const encodeMessage = (content: MlsMessageContent): Uint8Array =>
  encodeMlsMessage({ ...content, version: "mls10" });
