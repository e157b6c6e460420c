import { createHash } from "node:crypto";
import { z } from "zod";
import { embedded } from "@/app/_words/cards";
import type { Status } from "@/lib/barks/schema";
import { env } from "@/lib/env";
import { local, paths } from "@/lib/paths";
import { escapeMarkup as text } from "@/lib/text/markup";

/** oEmbed's answer for a bark. @see https://oembed.com */
export const Embed = z.object({
  type: z.literal("rich"),
  version: z.literal("1.0"),
  title: z.string(),
  author_name: z.string(),
  author_url: z.string(),
  provider_name: z.string(),
  provider_url: z.string(),
  cache_age: z.number().int(),
  html: z.string(),
  width: z.number().int(),
  height: z.number().int(),
});

type EmbeddedBark = Omit<Status, "reblog">;

const WIDTH = 480;
const MIN_WIDTH = 240;
const [MIN_HEIGHT, MAX_HEIGHT] = [160, 800];

/** A frame with a bark. Without scripts it cannot grow, so its height is estimated from what the bark contains. */
export function embedOf(
  bark: EmbeddedBark,
  { maxwidth = WIDTH, maxheight = MAX_HEIGHT }: { maxwidth?: number | undefined; maxheight?: number | undefined },
): z.infer<typeof Embed> {
  const { account } = bark;
  const origin = env().BARKER_ORIGIN;
  const width = Math.max(MIN_WIDTH, Math.min(WIDTH, maxwidth));
  const height = Math.min(Math.max(MIN_HEIGHT, maxheight), heightOf(bark, width));
  const title = embedded.title(account.display_name);
  const address = origin + paths.embed(account.acct, bark.id);
  return {
    type: "rich",
    version: "1.0",
    title,
    author_name: account.display_name,
    author_url: account.url,
    provider_name: "Barker",
    provider_url: origin,
    cache_age: 86_400,
    html: `<iframe src="${text(address)}" title="${text(title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`,
    width,
    height,
  };
}

function heightOf(bark: EmbeddedBark, width: number): number {
  const shown = bark.spoiler_text || (bark.text ?? "");
  const lines = shown
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 8.6) / (width - 34))), 0);
  const pictures = bark.spoiler_text === "" && bark.media_attachments.length > 0 ? ((width - 34) * 9) / 16 + 12 : 0;
  const quoted = bark.quote ? 36 : 0;
  return Math.round(Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, 124 + lines * 24 + pictures + quoted)));
}

const STYLE = `:root{color-scheme:light dark}
*{box-sizing:border-box;margin:0}
html,body{background:transparent}
body{font:1rem/1.5 system-ui,sans-serif;color:light-dark(#1c1922,#f5f0e8)}
article{border:1px solid light-dark(#e5dccd,#332d38);border-radius:1rem;padding:1rem;background:light-dark(#fffdf8,#1b181e);overflow-wrap:anywhere}
a{color:light-dark(#ad370b,#ff9c78)}
header a{display:flex;gap:.75rem;align-items:center;color:inherit;text-decoration:none}
header img{border-radius:.75rem;background:light-dark(#efe8dc,#2b2630)}
header b,header span span{display:block}
header span span,footer{color:light-dark(#534c59,#c3b9c5);font-size:.875rem}
.text{margin-block-start:.75rem;white-space:pre-line}
.pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(40%,1fr));gap:3px;margin-block-start:.75rem;border-radius:1rem;overflow:hidden;aspect-ratio:16/9}
.pictures img{width:100%;height:100%;object-fit:cover;min-height:0}
summary{cursor:pointer;margin-block-start:.75rem;padding-block:.25rem}
footer{display:flex;flex-wrap:wrap;gap:.25rem .75rem;justify-content:space-between;margin-block-start:.75rem}
:focus-visible{outline:2px solid;outline-offset:2px}`;

/** What the page's policy allows as a style. */
export const STYLE_HASH = `sha256-${createHash("sha256").update(STYLE).digest("base64")}`;

/** A bark as a whole document, for a frame on another site. */
export function documentOf(bark: EmbeddedBark): string {
  const { account, spoiler_text: note, sensitive } = bark;
  const pictures = bark.media_attachments.map(
    ({ preview_url, description }) =>
      `<img src="${text(local(preview_url))}" alt="${text(description ?? "")}" loading="lazy">`,
  );
  const gallery = pictures.length > 0 ? `<div class="pictures">${pictures.join("")}</div>` : "";
  const covered = sensitive && note === "" && gallery ? details(embedded.sensitive, gallery) : gallery;
  const quote = bark.quote ? `<p class="text"><a href="${text(bark.url)}">${embedded.quoting}</a></p>` : "";
  const body = `${bark.content ? `<div class="text" dir="auto">${bark.content}</div>` : ""}${covered}${quote}`;
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(
    Date.parse(bark.created_at),
  );
  return `<!doctype html>
<html lang="${text(bark.language ?? "en")}"><head><meta charset="utf-8"><title>${text(embedded.title(account.display_name))}</title>
<meta name="viewport" content="width=device-width"><base target="_blank"><link rel="canonical" href="${text(bark.url)}"><style>${STYLE}</style></head>
<body><article><header><a href="${text(account.url)}" rel="noopener"><img src="${text(local(account.avatar_static))}" alt="" width="44" height="44">
<span><b><bdi>${text(account.display_name)}</bdi></b><span>@${text(account.acct)}</span></span></a></header>
${note === "" ? body : details(note, body)}
<footer><time datetime="${bark.created_at}">${day}${bark.edited_at ? ` · ${embedded.edited}` : ""}</time><a href="${text(bark.url)}" rel="noopener">${embedded.on}</a></footer>
</article></body></html>
`;
}

const details = (summary: string, body: string) =>
  `<details><summary dir="auto">${text(summary)}</summary>${body}</details>`;
