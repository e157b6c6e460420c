import type { Status } from "@/lib/barks/schema";
import type { Counts } from "@/lib/realtime/events";

type Reactions = Status["emoji_reactions"];

/** A bark told to everybody, with what this viewer had done with it. */
export function mergeStatus(known: Status, told: Status): Status {
  const { favourited, favourited_version, reblogged, bookmarked, pinned, muted, filtered } = known;
  return {
    ...told,
    favourited,
    favourited_version,
    reblogged,
    bookmarked,
    pinned,
    muted,
    filtered,
    emoji_reactions: mine(known.emoji_reactions, told.emoji_reactions),
  };
}

/** New counters of a bark; which reactions are the viewer's own stays. */
export function withCounts(known: Status, counts: Counts): Status {
  const { favourites_count, reblogs_count, replies_count, quotes_count } = counts;
  const emoji_reactions = mine(known.emoji_reactions, counts.emoji_reactions);
  return { ...known, favourites_count, reblogs_count, replies_count, quotes_count, emoji_reactions };
}

function mine(known: Reactions, told: Reactions): Reactions {
  const own = new Set(known.filter(({ me }) => me).map(({ name }) => name));
  return told.map((reaction) => ({ ...reaction, me: own.has(reaction.name) }));
}

/** Likes or unlikes, as it will be. */
export function withLike(status: Status, on: boolean): Status {
  const by = step(status.favourited, on);
  return { ...status, favourited: on, favourites_count: Math.max(0, status.favourites_count + by) };
}

/** Rebarks or takes the rebark back. */
export function withRebark(status: Status, on: boolean): Status {
  const by = step(status.reblogged, on);
  return { ...status, reblogged: on, reblogs_count: Math.max(0, status.reblogs_count + by) };
}

/** Gives an emoji or takes it back; one that nobody gives any more is not shown. */
export function withReaction(status: Status, name: string, on: boolean): Status {
  const there = status.emoji_reactions.find((reaction) => reaction.name === name);
  if (!there) {
    return on ? { ...status, emoji_reactions: [...status.emoji_reactions, { name, count: 1, me: true }] } : status;
  }
  const count = there.count + step(there.me, on);
  const emoji_reactions = status.emoji_reactions
    .map((reaction) => (reaction === there ? { name, count, me: on } : reaction))
    .filter((reaction) => reaction.count > 0);
  return { ...status, emoji_reactions };
}

function step(was: boolean, on: boolean): -1 | 0 | 1 {
  if (was === on) return 0;
  return on ? 1 : -1;
}
