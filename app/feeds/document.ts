import { createHash } from "node:crypto";
import { feeds } from "@/app/_words/cards";
import type { Status } from "@/lib/barks/schema";
import { isKnown } from "@/lib/http/range";
import { shortened } from "@/lib/text/shortened";
import { stripMarkup } from "@/lib/text/strip-markup";
import { escapeMarkup as text } from "@/lib/text/markup";

/** A list of public barks that is offered to feed readers. Addresses are absolute. */
export interface BarkFeed {
  title: string;
  description: string;
  /** The page that shows the same, and the feed itself. */
  page: string;
  self: string;
  icon: string | null;
  /** Whether search engines may list it. */
  indexable: boolean;
  barks: Status[];
}

export const FORMATS = ["rss", "atom"] as const;
type Format = (typeof FORMATS)[number];

/** The maximum length of an entry's title, in UTF-16 units. */
const TITLE_LENGTH = 80;
const XML = '<?xml version="1.0" encoding="utf-8"?>';
const PICTURE = "image/webp";

/** The answer to a feed reader; without a body when it has this state of the feed already. */
export function feedResponse(request: Request, feed: BarkFeed, format: Format): Response {
  const body = format === "rss" ? toRss(feed) : toAtom(feed);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "cache-control": "public, max-age=60",
    etag,
    "last-modified": new Date(newest(feed.barks)).toUTCString(),
    ...(!feed.indexable && { "x-robots-tag": "noindex" }),
  };
  if (isKnown(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": `application/${format}+xml; charset=utf-8` } });
}

/** A feed as RSS 2.0 with Media RSS. */
function toRss({ title, description, page, self, icon, barks }: BarkFeed): string {
  return [
    XML,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">',
    element(
      "channel",
      element("title", text(title)),
      element("link", text(page)),
      element("description", text(description)),
      `<atom:link rel="self" type="application/rss+xml" href="${text(self)}"/>`,
      element("lastBuildDate", new Date(newest(barks)).toUTCString()),
      element("generator", "Barker"),
      icon
        ? element("image", element("url", text(icon)), element("title", text(title)), element("link", text(page)))
        : "",
      ...barks.map(item),
    ),
    "</rss>",
    "",
  ].join("\n");
}

function item(bark: Status): string {
  const pictures = picturesOf(bark);
  const [first] = pictures;
  return element(
    "item",
    `<guid isPermaLink="true">${text(bark.url)}</guid>`,
    element("link", text(bark.url)),
    element("title", text(titleOf(bark))),
    element("pubDate", new Date(bark.created_at).toUTCString()),
    element("description", text(htmlOf(bark))),
    // An item has one enclosure; Media RSS has all pictures. Their sizes in bytes are not known.
    first ? `<enclosure url="${text(first.url)}" type="${PICTURE}" length="0"/>` : "",
    ...pictures.map(
      ({ url, description, meta: { original } }) =>
        `<media:content url="${text(url)}" type="${PICTURE}" medium="image" width="${original.width}" height="${original.height}">` +
        (description ? `<media:description type="plain">${text(description)}</media:description>` : "") +
        "</media:content>",
    ),
    ...bark.tags.map(({ name }) => element("category", text(name))),
  );
}

/** A feed as Atom (RFC 4287). */
function toAtom({ title, description, page, self, icon, barks }: BarkFeed): string {
  return [
    XML,
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element("id", text(page)),
    element("title", text(title)),
    element("subtitle", text(description)),
    element("updated", new Date(newest(barks)).toISOString()),
    element("generator", "Barker"),
    icon ? element("logo", text(icon)) : "",
    `<link rel="self" type="application/atom+xml" href="${text(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${text(page)}"/>`,
    ...barks.map(entry),
    "</feed>",
    "",
  ].join("\n");
}

function entry(bark: Status): string {
  const { account } = bark;
  return element(
    "entry",
    element("id", text(bark.url)),
    element("title", text(titleOf(bark))),
    element("published", bark.created_at),
    element("updated", bark.edited_at ?? bark.created_at),
    element("author", element("name", text(account.display_name)), element("uri", text(account.url))),
    `<link rel="alternate" type="text/html" href="${text(bark.url)}"/>`,
    ...picturesOf(bark).map(
      ({ url, description }) =>
        `<link rel="enclosure" type="${PICTURE}" href="${text(url)}"${description ? ` title="${text(description)}"` : ""}/>`,
    ),
    ...bark.tags.map(({ name }) => `<category term="${text(name)}"/>`),
    `<content type="html"${bark.language ? ` xml:lang="${text(bark.language)}"` : ""}>${text(htmlOf(bark))}</content>`,
  );
}

/** When the newest bark was written or edited (Unix ms); 0 for an empty feed. */
function newest(barks: Status[]): number {
  return Math.max(0, ...barks.map((bark) => Date.parse(bark.edited_at ?? bark.created_at)));
}

/** The text of a bark; of one with a content note, which a feed reader cannot open, only the note. */
function htmlOf({ spoiler_text: note, content, url }: Status): string {
  return note === "" ? content : `<p>${text(feeds.note(note))}</p><p><a href="${text(url)}">${feeds.open}</a></p>`;
}

/** The pictures that are shown without a cover. */
function picturesOf({ sensitive, spoiler_text: note, media_attachments: pictures }: Status) {
  return sensitive || note !== "" ? [] : pictures;
}

function titleOf({ spoiler_text: note, content, account }: Status): string {
  const line = (note === "" ? stripMarkup(content) : feeds.note(note)).trim();
  return shortened(line || feeds.picture(account.display_name), TITLE_LENGTH);
}

const element = (name: string, ...content: string[]): string =>
  `<${name}>${content.filter(Boolean).join("")}</${name}>`;
