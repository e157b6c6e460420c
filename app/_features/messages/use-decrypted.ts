"use client";

import { useEffect, useState } from "react";
import { messages } from "@/app/_client/messages";
import { problemOf } from "@/app/_features/messages/use-messenger";

/** How many decrypted pictures are kept; the oldest is released first. */
const KEPT = 40;
const decrypted = new Map<string, Promise<string>>();

interface Place {
  conversationId: string;
  messageId: string;
  index: number;
}

/** The address of a picture of a message once it is decrypted; nothing is loaded for null. */
export function useDecrypted(place: Place | null): { src: string | null; problem: string | null } {
  const [result, setResult] = useState<{ src: string | null; problem: string | null }>({ src: null, problem: null });
  const { conversationId, messageId, index } = place ?? { conversationId: "", messageId: "", index: 0 };
  useEffect(() => {
    if (messageId === "") return;
    let left = false;
    addressOf({ conversationId, messageId, index }).then(
      (src) => left || setResult({ src, problem: null }),
      (failure: unknown) => left || setResult({ src: null, problem: problemOf(failure) }),
    );
    return () => void (left = true);
  }, [conversationId, messageId, index]);
  return result;
}

/** The sender says of what type a file is. Opened in a window of its own, a page or an SVG would run on our origin. */
const PICTURE = /^image\/(webp|jpeg|png|gif|avif)$/;
const UNKNOWN = "application/octet-stream";

/** The address of a decrypted picture, within this page only. */
function addressOf({ conversationId, messageId, index }: Place): Promise<string> {
  const key = `${messageId}:${index}`;
  const known = decrypted.get(key);
  if (known) return known;
  const made = messages()
    .attachment(conversationId, messageId, index)
    .then(({ bytes, mediaType }) =>
      URL.createObjectURL(new Blob([bytes], { type: PICTURE.test(mediaType) ? mediaType : UNKNOWN })),
    );
  decrypted.set(key, made);
  made.catch(() => decrypted.delete(key));
  const [oldest] = decrypted;
  if (decrypted.size > KEPT && oldest) {
    decrypted.delete(oldest[0]);
    oldest[1].then((address) => URL.revokeObjectURL(address), ignore);
  }
  return made;
}

/** What could not be decrypted has no address to release. */
function ignore(): void {}
