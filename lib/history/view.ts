import type { StatusWithoutViewer } from "@/lib/barks/schema";
import { toVersionView } from "@/lib/barks/view";
import type { HistoryRow, StatusEdit } from "@/lib/history/schema";

/** Every version of a bark, oldest first, with what each received. `now` is the current one. */
export function toHistory(now: StatusWithoutViewer, row: HistoryRow): StatusEdit[] {
  const earlier = row.versions
    .toSorted((a, b) => a.n - b.n)
    .map(({ media, at, ...version }) => ({ at, status: toVersionView(now, { id: now.id, version, media }) }));
  const present = { at: now.edited_at ? Date.parse(now.edited_at) : row.at, status: now };
  return [...earlier, present].map(({ at, status }) => toEdit(status, at, row));
}

function toEdit(status: StatusWithoutViewer, at: number, row: HistoryRow): StatusEdit {
  const { version } = status;
  const given = (counts: { n: number; count: number }[]) => counts.find(({ n }) => n === version)?.count ?? 0;
  return {
    version,
    content: status.content,
    text: status.text ?? "",
    spoiler_text: status.spoiler_text,
    sensitive: status.sensitive,
    language: status.language,
    created_at: new Date(at).toISOString(),
    account: status.account,
    media_attachments: status.media_attachments,
    emojis: [],
    quote: null,
    favourites_count: given(row.likes),
    quotes_count: given(row.quotes),
    emoji_reactions: row.reactions.filter(({ n }) => n === version).map(({ emoji, count }) => ({ name: emoji, count })),
  };
}
