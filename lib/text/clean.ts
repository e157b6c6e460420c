import { composed } from "@/lib/text/composed";

/** Characters that are removed: controls, bidirectional overrides, lone surrogates. */
const UNKEPT = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** Cleans a text for storage: Unix line ends, no control characters, NFC, no leading or trailing white space. */
export function cleanText(text: string): string {
  const kept = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replaceAll("\t", " ")
    .replace(UNKEPT, "");
  // After the removal, since characters that it brings together may compose.
  return composed(kept)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
