/** What is not kept: controls, overrides of writing direction, halves of characters. */
const UNKEPT = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** A text as it is kept: Unix line ends, no control characters, NFC, no blank edges. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      .replaceAll("\t", " ")
      .replace(UNKEPT, "")
      // After the removal: what stood apart before may compose now.
      .normalize("NFC")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}
