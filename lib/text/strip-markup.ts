const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The words of HTML that `textToHtml` made, for places where links do not belong. */
export function stripMarkup(html: string): string {
  return html
    .replace(/<\/p><p>|<br>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** As `stripMarkup`, with the line breaks that were written. */
export function stripMarkupKeepLines(html: string): string {
  return stripMarkup(html.replace(/<\/p><p>/g, "\n\n").replace(/<br>/g, "\n"));
}
