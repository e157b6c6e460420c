import type { Status, StatusWithoutViewer, ViewerState } from "@/lib/barks/schema";
import { withVotes } from "@/lib/polls/view";

/** A bark with the viewer's own flags. */
export function withState<S extends Pick<StatusWithoutViewer, "emoji_reactions" | "poll">>(
  status: S,
  state: ViewerState | undefined,
  isAuthor: boolean,
): S {
  if (!state) return status;
  return {
    ...status,
    favourited: state.likedVersion !== null,
    favourited_version: state.likedVersion,
    reblogged: state.rebarked,
    bookmarked: state.bookmarked,
    pinned: state.pinned,
    muted: state.threadMuted,
    poll: status.poll && withVotes(status.poll, state.votes, isAuthor),
    emoji_reactions: status.emoji_reactions.map((reaction) => ({
      ...reaction,
      me: state.reactions.includes(reaction.name),
    })),
  };
}

/** The barks of which a status shows the viewer's own flags: itself or its original, and what it quotes. */
export function flagged(status: Status): string[] {
  const shown = status.reblog ?? status;
  const quoted = shown.quote?.quoted_status;
  return quoted ? [shown.id, quoted.id] : [shown.id];
}

/**
 * A status that was read without the viewer's own flags, with them, wherever it shows them.
 * @param states by the ids of `flagged`
 */
export function withStates(status: Status, states: Map<string, ViewerState>, viewerId: string): Status {
  const shown = status.reblog ?? status;
  const state = states.get(shown.id);
  const isAuthor = shown.account.id === viewerId;
  const { quote } = shown;
  const quoted = quote?.quoted_status;
  const marked = quoted && withState(quoted, states.get(quoted.id), quoted.account.id === viewerId);
  const more = quote && marked ? { quote: { ...quote, quoted_status: marked } } : {};
  const { reblog } = status;
  if (!reblog) return { ...withState(status, state, isAuthor), ...more };
  return { ...withState(status, state, isAuthor), reblog: { ...withState(reblog, state, isAuthor), ...more } };
}
