const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Text as it is written into XML or HTML, in elements and in quoted attributes, without the characters that XML does not
 * allow at all.
 */
export function escapeMarkup(said: string): string {
  return said
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
