import { Parser } from "htmlparser2";
import { cleanText } from "@/lib/text/clean";
import { BARK_LIMIT, barkLength, excessIndex } from "@/lib/text/length";

/**
 * The text of a post in Mastodon's HTML: paragraphs and line breaks are kept, links are written out, and mentions have their
 * server, since they are people there.
 */
export function textOfHtml(html: string): string {
  let text = "";
  /** For each open link, what it says instead of its content; null for those that say it themselves. */
  const links: (string | null)[] = [];
  const isHidden = () => links.some((link) => link !== null);
  const parser = new Parser(
    {
      onopentag(name, { class: kind = "", href = "" }) {
        if (name === "br") text += "\n";
        if ((name === "p" || name === "li" || name === "blockquote") && text !== "") text += "\n\n";
        if (name === "a") links.push(saidOf(kind, href));
      },
      ontext(more) {
        if (!isHidden()) text += more;
      },
      onclosetag(name) {
        if (name !== "a") return;
        const said = links.pop();
        if (typeof said === "string" && !isHidden()) text += said;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return cleanText(text);
}

/** What a link says: its address, for a mention the full name; null for a topic, whose text is right. */
function saidOf(kind: string, href: string): string | null {
  if (/\bhashtag\b/.test(kind) || !URL.canParse(href)) return null;
  const { host, pathname } = new URL(href);
  const handle = /^\/(?:@|users\/)([\w.-]{1,100})$/.exec(pathname)?.[1];
  if (/\bmention\b/.test(kind)) return handle === undefined ? null : `@${handle}@${host}`;
  return href;
}

/**
 * A text in parts that fit into a bark, in their order. It is cut between paragraphs, else after sentences, else between
 * words, as late as possible; only a longer word is cut itself.
 */
export function partsOfText(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > MEASURED || barkLength(rest) > BARK_LIMIT) {
    const fitting = longestFitting(rest);
    const cut = CUTS.map((pattern) => lastEnd(fitting, pattern)).find((end) => end > fitting.length / 3);
    const part = rest.slice(0, cut ?? fitting.length);
    parts.push(part.trim());
    rest = rest.slice(part.length).trim();
  }
  return rest === "" && parts.length > 0 ? parts : [...parts, rest];
}

const CUTS = [/\n\n/g, /\n|[.!?…](?=\s)/g, /\s/g];

function lastEnd(text: string, pattern: RegExp): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? last.index + last[0].length : 0;
}

const graphemes = new Intl.Segmenter();
/** How far a text is measured at a time, in UTF-16 units: what follows cannot make it fit. */
const MEASURED = 4 * BARK_LIMIT;

/** The longest beginning that fits into a bark. A link counts less than it is long, so it can be longer than the limit. */
function longestFitting(text: string): string {
  const beginning = text.slice(0, graphemes.segment(text).containing(MEASURED)?.index);
  return beginning.slice(0, Math.max(1, excessIndex(beginning) ?? beginning.length));
}
