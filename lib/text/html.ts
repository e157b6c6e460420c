import { entities } from "@/lib/text/entities";

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes a text for HTML content and attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

export interface TextLinks {
  /** The URL of a mentioned person, or null when there is no such person. */
  person(handle: string): string | null;
  topic(name: string): string;
}

/** Safe HTML of a bark's text in Mastodon's dialect: paragraphs, line breaks, links, mentions, topics. */
export function textToHtml(text: string, to: TextLinks): string {
  const inline = entities(text).map((entity) => {
    if (entity.kind === "url")
      return link(entity.href, shortUrl(entity.text), 'rel="nofollow noopener noreferrer" target="_blank"');
    if (entity.kind === "topic") {
      const name = escapeHtml(entity.text.slice(1));
      return link(to.topic(entity.name), `#<span>${name}</span>`, 'class="mention hashtag" rel="tag"');
    }
    const address = entity.kind === "mention" ? to.person(entity.handle) : null;
    if (address === null) return escapeHtml(entity.text);
    const handle = escapeHtml(entity.text.slice(1));
    return `<span class="h-card">${link(address, `@<span>${handle}</span>`, 'class="u-url mention"')}</span>`;
  });
  return inline
    .join("")
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`)
    .join("");
}

function link(href: string, label: string, attributes: string): string {
  return `<a href="${escapeHtml(href)}" ${attributes}>${label}</a>`;
}

/** A link as it is displayed: no scheme, cut after 30 characters; the hidden rest is kept for copying. */
function shortUrl(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/i, "");
  const scheme = url.slice(0, url.length - bare.length);
  const hidden = (part: string) => `<span class="invisible">${escapeHtml(part)}</span>`;
  // By code points, so that no surrogate pair is split.
  const characters = Array.from(bare);
  const shown = escapeHtml(characters.slice(0, 30).join(""));
  if (characters.length <= 30) return `${hidden(scheme)}<span>${shown}</span>`;
  return `${hidden(scheme)}<span class="ellipsis">${shown}</span>${hidden(characters.slice(30).join(""))}`;
}
