const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text of at most `most` UTF-16 units. One that is longer is cut between graphemes and ends with "…". */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = "";
  // No more is split than may be kept: a text of strangers can be long.
  for (const { segment } of graphemes.segment(text.slice(0, most * 2))) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
