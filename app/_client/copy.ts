import { copying as words } from "@/app/_words/copying";

/** Copies an address and returns the message to show. Browsers allow copying only on pages served over https. */
export function copyAddress(address: string): Promise<string> {
  return copy(address, words.link, words.linkFailed(address));
}

/** Copies a text and returns the message to show. */
export function copyText(text: string): Promise<string> {
  return copy(text, words.text, words.textFailed);
}

async function copy(text: string, done: string, failed: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return failed;
  }
}
