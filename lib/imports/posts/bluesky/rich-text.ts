import { z } from "zod";

/** How many facets of a post are read; posts have at most 300 characters. */
const FACETS = 100;
/** The longest address that is taken, in UTF-16 units. */
const ADDRESS = 2_000;

const Feature = z.discriminatedUnion("$type", [
  z.object({ $type: z.literal("app.bsky.richtext.facet#link"), uri: z.string().refine(isAddress) }),
  z.object({ $type: z.literal("app.bsky.richtext.facet#mention") }),
]);
const Facet = z.object({
  index: z.object({ byteStart: z.int().min(0), byteEnd: z.int().min(0) }),
  features: z.array(z.unknown()),
});

/** Whether a text is the whole address of a web page, as it can be written into a bark. */
export function isAddress(text: string): boolean {
  return text.length <= ADDRESS && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/**
 * The text of a post with its links written out, which Bluesky shortens. Mentions lose their @, because a name here would be
 * somebody else's. Facets that overlap or do not fit the text are ignored.
 * @param facets as in the post; their places count bytes of UTF-8
 * @see https://docs.bsky.app/docs/advanced-guides/post-richtext
 */
export function textOfRichText(text: string, facets: unknown[]): string {
  const bytes = Buffer.from(text);
  const isBetween = (at: number) => at <= bytes.length && ((bytes[at] ?? 0) & 0xc0) !== 0x80;
  let written = "";
  let from = 0;
  for (const { start, end, uri } of marksIn(facets)) {
    if (start < from || end <= start || !isBetween(start) || !isBetween(end)) continue;
    const visible = bytes.toString("utf8", start, end);
    written += bytes.toString("utf8", from, start);
    if (uri === null) written += visible.replace(/^@/, "");
    else written = linked(written, writtenOut(visible, uri), bytes.toString("utf8", end, end + 4));
    from = end;
  }
  return written + bytes.toString("utf8", from);
}

/** The links, and the mentions with null, in the order of the text. */
function marksIn(facets: unknown[]): { start: number; end: number; uri: string | null }[] {
  const marks = facets.slice(0, FACETS).flatMap((one) => {
    const { index, features = [] } = Facet.safeParse(one).data ?? {};
    const [feature] = features.slice(0, FACETS).flatMap((some) => Feature.safeParse(some).data ?? []);
    if (!index || !feature) return [];
    return { start: index.byteStart, end: index.byteEnd, uri: "uri" in feature ? feature.uri : null };
  });
  return marks.toSorted((a, b) => a.start - b.start);
}

/** A link's address instead of a shortened one; other words stay, with the address behind them. */
function writtenOut(visible: string, uri: string): string {
  const bare = (address: string) => address.replace(/^https?:\/\/(?:www\.)?/i, "").toLowerCase();
  const shortened = bare(visible.trim().replace(/(?:\.\.\.|…)$/, ""));
  const isShortened = shortened.includes(".") && bare(uri).startsWith(shortened.replace(/^www\./, ""));
  return isShortened ? uri : `${visible} ${uri}`;
}

/** A text with a link at its end, with spaces where a neighbour would be taken for a part of the address. */
function linked(before: string, link: string, next: string): string {
  const space = /[\p{L}\p{N}_]$/u.test(before) ? " " : "";
  return `${before}${space}${link}${/^[\p{L}\p{N}_/#@]/u.test(next) ? " " : ""}`;
}
