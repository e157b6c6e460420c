import { Parser } from "htmlparser2";
import { ADDRESS_LIMIT } from "@/lib/outbound/rules";
import { composed } from "@/lib/text/composed";
import { shortened } from "@/lib/text/shortened";

/** What a page says about itself. Addresses are resolved against the page's own. */
export interface PageFacts {
  title: string;
  description: string;
  siteName: string;
  author: string;
  authorAddress: string | null;
  picture: string | null;
  pictureDescription: string;
  language: string | null;
  publishedAt: number | null;
}

const TITLE_LIMIT = 300;
const DESCRIPTION_LIMIT = 500;
const NAME_LIMIT = 100;
const ALT_LIMIT = 1_500;
/** How many characters of each thing that a page says are read at all. */
const SAID_LIMIT = 4_096;
/** How deep the elements before the content may be nested: each that closes is looked for among all that are open. */
const DEPTH_LIMIT = 100;
/** The bytes at the beginning in which a page may name its charset (HTML, 13.2.3.2). */
const CHARSET_WINDOW = 1_024;

/** The text of a page, in the charset that its beginning, its headers or the page itself name, else UTF-8 or Latin. */
export function decodePage(bytes: Uint8Array, charset: string | null): string {
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, CHARSET_WINDOW));
  const own = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(beginning)?.[1] ?? null;
  // A page whose beginning can be read as single bytes is not in UTF-16, whatever it says.
  const named = own && /^utf-?16/i.test(own) ? "utf-8" : own;
  for (const label of [bom(bytes), charset, named]) {
    const decoder = label === null ? null : decoderOf(label);
    if (decoder) return decoder.decode(bytes);
  }
  const utf8 = new TextDecoder().decode(bytes);
  // A page that is cut off may end with half a character.
  return utf8.slice(0, -1).includes("\ufffd") ? new TextDecoder("windows-1252").decode(bytes) : utf8;
}

function bom([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xff && second === 0xfe ? "utf-16le" : null;
}

function decoderOf(label: string): { decode(bytes: Uint8Array): string } | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** Under which names a page says what: Open Graph's, else Twitter's, else HTML's own. The first that is there counts. */
const NAMES = {
  title: ["og:title", "twitter:title"],
  description: ["og:description", "twitter:description", "description"],
  siteName: ["og:site_name", "application-name"],
  author: ["author", "article:author", "twitter:creator", "dc.creator"],
  authorAddress: ["link:author", "article:author"],
  picture: ["og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"],
  pictureDescription: ["og:image:alt", "twitter:image:alt"],
  language: ["html:lang", "og:locale"],
  publishedAt: ["article:published_time", "og:published_time", "datepublished", "date", "dc.date"],
} as const satisfies Record<keyof PageFacts, readonly string[]>;
const KNOWN = new Set<string>(Object.values(NAMES).flat());

/**
 * Reads what the head of a page says about it. Time and memory are bounded by the length of the page, whatever it has
 * in it: a page that is nested too deep is read as far as it is not.
 */
export function parsePage(html: string, address: string): PageFacts {
  const said = new Map<string, string>();
  const note = (name: string | undefined, content: string | undefined) => {
    const key = name?.slice(0, SAID_LIMIT).trim().toLowerCase() ?? "";
    if (!KNOWN.has(key) || said.has(key)) return;
    const kept = content?.slice(0, SAID_LIMIT) ?? "";
    if (kept.trim() !== "") said.set(key, kept);
  };
  let title: string | null = null;
  let inTitle = false;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, { property, name: named, itemprop, content, lang, rel, href }) {
      if (name === "html") note("html:lang", lang);
      if (name === "meta") for (const key of [property, named, itemprop]) note(key, content);
      if (name === "link" && /(^|\s)author(\s|$)/i.test(rel ?? "")) note("link:author", href);
      if (name === "title" && title === null) [title, inTitle] = ["", true];
      // What follows is the page's content, which may quote other pages.
      if (name === "body" || ++depth > DEPTH_LIMIT) parser.pause();
    },
    ontext(text) {
      if (inTitle && title !== null) title = (title + text.slice(0, SAID_LIMIT)).slice(0, SAID_LIMIT);
    },
    onclosetag(name) {
      depth--;
      if (name === "title") inTitle = false;
    },
  });
  parser.write(html);
  const first = (of: keyof PageFacts) =>
    NAMES[of].map((name) => said.get(name)).find((text) => text !== undefined) ?? "";
  const author = first("author");
  return {
    title: line(first("title") || (title ?? ""), TITLE_LIMIT),
    description: line(first("description"), DESCRIPTION_LIMIT),
    siteName: line(first("siteName"), NAME_LIMIT),
    // Facebook's `article:author` is an address.
    author: /^https?:/i.test(author.trim()) ? "" : line(author, NAME_LIMIT),
    authorAddress: webAddress(first("authorAddress"), address),
    picture: webAddress(first("picture"), address),
    pictureDescription: line(first("pictureDescription"), ALT_LIMIT),
    language: languageOf(first("language")),
    publishedAt: timeOf(first("publishedAt")),
  };
}

/** One line without control characters and marks that reverse the direction of what follows. */
function line(text: string, limit: number): string {
  const clean = composed(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
  return shortened(clean, limit);
}

function webAddress(said: string, base: string): string | null {
  const trimmed = said.trim();
  if (trimmed === "" || trimmed.length > ADDRESS_LIMIT || !URL.canParse(trimmed, base)) return null;
  const { protocol, href } = new URL(trimmed, base);
  return /^https?:$/.test(protocol) && href.length <= ADDRESS_LIMIT ? href : null;
}

function languageOf(said: string): string | null {
  const tag = said.trim().replaceAll("_", "-");
  if (tag.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function timeOf(said: string): number | null {
  const at = Date.parse(said.trim().slice(0, 100));
  return /^\s*\d{4}-\d{2}/.test(said) && at > 0 && at < Date.UTC(2200, 0) ? at : null;
}
