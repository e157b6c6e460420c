const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The plain text of HTML from `textToHtml`, for places that cannot contain links. */
export function stripMarkup(html: string): string {
  return html
    .replace(/<\/p><p>|<br>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** Like `stripMarkup`, but keeps the line breaks. */
export function stripMarkupKeepLines(html: string): string {
  return stripMarkup(html.replace(/<\/p><p>/g, "\n\n").replace(/<br>/g, "\n"));
}
