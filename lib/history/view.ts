import type { StatusWithoutViewer } from "@/lib/barks/schema";
import { toVersionView } from "@/lib/barks/view";
import type { HistoryRow, StatusEdit } from "@/lib/history/schema";
import type { Poll } from "@/lib/polls/schema";

/** Every version of a bark, oldest first, with what each received. `now` is the current one. */
export function toHistory(now: StatusWithoutViewer, row: HistoryRow): StatusEdit[] {
  const earlier = row.versions
    .toSorted((a, b) => a.n - b.n)
    .map(({ media, poll, at, ...version }) => ({
      at,
      status: toVersionView(now, { id: now.id, version, media, poll }),
      replaced: poll?.current === false,
    }));
  const present = { at: now.edited_at ? Date.parse(now.edited_at) : row.at, status: now, replaced: false };
  return [...earlier, present].map(({ at, status, replaced }) => ({
    ...toEdit(status, at, row),
    ...(status.poll && { poll: { options: optionsOf(status.poll, replaced) } }),
  }));
}

/** Numbers belong to the end of a poll; of a version that shares its poll with later ones there are none. */
function optionsOf({ options }: Poll, replaced: boolean): Poll["options"] {
  return replaced ? options : options.map((option) => ({ ...option, votes_count: null }));
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
