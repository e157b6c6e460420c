import { entities } from "@/lib/text/entities";
import { escapeHtml } from "@/lib/text/html";

/** A run of text, with the address that it links to. */
export interface Run {
  text: string;
  href?: string;
}

/** A part of a page: a heading, a paragraph, or a list. Each item is a line of runs. */
export type Block =
  | { kind: "heading"; runs: Run[] }
  | { kind: "paragraph"; runs: Run[] }
  | { kind: "list"; items: Run[][] };

/** `[words](address)`: a web page, an e-mail address, or a page of this town. Lengths are limited, so that it stays linear. */
const LINK =
  /\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()<>]{1,1000}|mailto:[^\s()<>]{3,330}|\/(?!\/)[^\s()<>\\]{0,300})\)/g;
const ITEM = /^[-*] +/;
const HEADING = /^#{1,4} +/;

/**
 * The blocks of a page that operators wrote: paragraphs with an empty line between them, lines that begin with "- " as a
 * list, lines that begin with "## " as headings, links as `[words](address)` or as they are. Everything else is text.
 */
export function proseBlocks(text: string): Block[] {
  return text.split(/\n{2,}/).flatMap((part) => (part.trim() === "" ? [] : blocksOf(part.split("\n"))));
}

function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (HEADING.test(line)) blocks.push({ kind: "heading", runs: runsOf(line.replace(HEADING, "")) });
    else if (ITEM.test(line)) {
      const item = runsOf(line.replace(ITEM, ""));
      if (last?.kind === "list") last.items.push(item);
      else blocks.push({ kind: "list", items: [item] });
    } else if (last?.kind === "paragraph") last.runs.push({ text: "\n" }, ...runsOf(line));
    else blocks.push({ kind: "paragraph", runs: runsOf(line) });
  }
  return blocks;
}

function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of line.matchAll(LINK)) {
    const [whole, text = "", href = ""] = match;
    runs.push(...plainRuns(line.slice(from, match.index)), { text, href });
    from = match.index + whole.length;
  }
  return [...runs, ...plainRuns(line.slice(from))];
}

/** Runs of text, in which only addresses of the web are links. */
function plainRuns(text: string): Run[] {
  return entities(text).map((entity) =>
    entity.kind === "url" ? { text: entity.text, href: entity.href } : { text: entity.text },
  );
}

/** Safe HTML of a page that operators wrote, for apps. */
export function proseToHtml(text: string): string {
  const line = (runs: Run[]) => runs.map(runToHtml).join("");
  return proseBlocks(text)
    .map((block) => {
      if (block.kind === "heading") return `<h2>${line(block.runs)}</h2>`;
      if (block.kind === "paragraph") return `<p>${line(block.runs)}</p>`;
      return `<ul>${block.items.map((item) => `<li>${line(item)}</li>`).join("")}</ul>`;
    })
    .join("");
}

function runToHtml({ text, href }: Run): string {
  const words = escapeHtml(text).replaceAll("\n", "<br>");
  return href === undefined ? words : `<a href="${escapeHtml(href)}" rel="nofollow noopener">${words}</a>`;
}
