import type { Poll, PollRow } from "@/lib/polls/schema";
import type { StoredPoll } from "@/lib/polls/rules";

/** The poll of a bark as any reader sees it. Hidden totals are shown when it has ended. */
export function toPoll(id: string, row: PollRow, now = Date.now()): Poll {
  const expired = row.endsAt <= now;
  const hidden = row.hideTotals && !expired;
  return {
    id,
    expires_at: new Date(row.endsAt).toISOString(),
    expired,
    multiple: row.multiple,
    votes_count: row.options.reduce((sum, { votes }) => sum + votes, 0),
    voters_count: row.voters,
    options: row.options.map(({ title, votes }) => ({ title, votes_count: hidden ? null : votes })),
    emojis: [],
  };
}

/** A poll that an edit replaced: nobody can vote in it any more, and totals that were hidden stay hidden. */
export function toReplacedPoll(id: string, row: PollRow): Poll {
  const poll = toPoll(id, row);
  const options = row.hideTotals ? poll.options.map((option) => ({ ...option, votes_count: null })) : poll.options;
  return { ...poll, expired: true, options };
}

/**
 * With what a viewer chose; null when they have not voted. Its author, who cannot vote, counts as one who has, so that
 * clients show the result.
 */
export function withVotes(poll: Poll, votes: number[] | null, isAuthor: boolean): Poll {
  return { ...poll, voted: isAuthor || votes !== null, own_votes: votes ?? [] };
}

/** A poll without votes, as it was just created. */
export function newPollRow({ options, ...poll }: StoredPoll): PollRow {
  return { ...poll, voters: 0, options: options.map((title, place) => ({ place, title, votes: 0 })) };
}
