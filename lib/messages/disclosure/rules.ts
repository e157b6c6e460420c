import { equal, fromBase64Url, toHex } from "@/lib/bytes/encoding";
import { frankingTag } from "@/lib/archive/franking";
import { decodeMessage } from "@/lib/message-content/message";
import type { Content } from "@/lib/message-content/types";
import type { Disclosed } from "@/lib/messages/disclosure/schema";

/** Whether a disclosed message is the one that its sender committed to. */
export function fitsTag({ content, salt, tag }: Disclosed): boolean {
  try {
    return equal(frankingTag(fromBase64Url(salt), fromBase64Url(content)), fromBase64Url(tag));
  } catch {
    // Not base64url without unused bits: nobody has sent that.
    return false;
  }
}

/** What a disclosed message says, for the operator. */
export function wordsOf({ content }: Disclosed): string {
  try {
    return describe(decodeMessage(fromBase64Url(content)).content);
  } catch {
    return "(cannot be read)";
  }
}

function describe(content: Content): string {
  switch (content.kind) {
    case "text":
    case "edit": {
      const files = content.attachments.map(({ mediaType, alt }) => `[${mediaType}${alt ? `: ${alt}` : ""}]`);
      return [...(content.text === "" ? [] : [content.text]), ...files].join("\n");
    }
    case "reaction":
      return `(reacted ${content.emoji} to ${toHex(content.inReplyTo).slice(0, 12)})`;
    default:
      return `(${content.kind})`;
  }
}
