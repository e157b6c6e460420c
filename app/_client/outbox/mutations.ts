import { withLike, withReaction, withRebark, withVote, type StatusPatch } from "@/app/_client/bark-store";
import { mediaIds, sendKey, type LocalDraft } from "@/app/_client/drafts/model";
import type { Sending } from "@/app/_client/events";
import type { FollowState } from "@/app/_client/follow-state";
import type { MutationRequest } from "@/app/_client/worker-protocol";
import type { MediaAttachment } from "@/lib/media/schema";

/** What somebody does to a bark with one press; the last press with a key counts. */
export type BarkMutation =
  | { kind: "like" | "rebark" | "bookmark" | "pin"; id: string; on: boolean }
  | { kind: "react"; id: string; emoji: string; on: boolean }
  /** `key` is that of one press, so that a repeated request is the same vote. */
  | { kind: "vote"; id: string; choices: number[]; key: string };

/** A mutation of one press; `before` is the state that the server last sent. */
export type Toggle = BarkMutation | { kind: "follow"; personId: string; next: FollowState; before: FollowState };

/** A new bark, or an edit. `after`: the key of the bark that it continues, when that waits in the outbox. */
export type WritingMutation =
  | { kind: "bark"; writing: LocalDraft; sending: Sending; after?: string }
  | { kind: "edit"; id: string; writing: LocalDraft; at: string };

/** What is sent to the server in the background, and may have to wait in the outbox. */
export type Mutation = Toggle | WritingMutation;

const VERBS = {
  like: ["favourite", "unfavourite"],
  rebark: ["reblog", "unreblog"],
  bookmark: ["bookmark", "unbookmark"],
  pin: ["pin", "unpin"],
} as const;

/** Of mutations with one key the last one counts, and replaces one that waits. Each new bark has its own key. */
export function mutationKey(mutation: Mutation): string {
  if (mutation.kind === "bark") return `bark ${mutation.writing.id}`;
  if (mutation.kind === "follow") return `follow ${mutation.personId}`;
  return mutation.kind === "react" ? `react ${mutation.id} ${mutation.emoji}` : `${mutation.kind} ${mutation.id}`;
}

/** The requests of a mutation, in order. */
export function requestsOf(mutation: Mutation): MutationRequest[] {
  switch (mutation.kind) {
    case "bark":
      return [
        ...describing(mutation.writing),
        { method: "POST", ...barking(mutation.writing), key: sendKey(mutation.writing) },
      ];
    case "edit":
      return [...describing(mutation.writing), { method: "PUT", ...editing(mutation.id, mutation.writing) }];
    case "follow":
      return followVerbs(mutation).map((verb) => ({
        method: "POST",
        path: `/api/v1/accounts/${mutation.personId}/${verb}`,
      }));
    case "react": {
      const path = `/api/v1/barker/statuses/${mutation.id}/reactions/${encodeURIComponent(mutation.emoji)}`;
      return [{ method: mutation.on ? "PUT" : "DELETE", path }];
    }
    case "vote": {
      const { id, choices, key } = mutation;
      return [{ method: "POST", path: `/api/v1/polls/${id}/votes`, json: { choices }, key }];
    }
    default:
      return [{ method: "POST", path: `/api/v1/statuses/${mutation.id}/${VERBS[mutation.kind][mutation.on ? 0 : 1]}` }];
  }
}

/** The bark after this mutation; null when it changes no existing bark. */
export function optimisticChange(mutation: Mutation): { id: string; change: StatusPatch } | null {
  if (mutation.kind === "bark" || mutation.kind === "follow") return null;
  const { id } = mutation;
  if (mutation.kind === "edit")
    return { id, change: (status) => ({ ...status, ...editedTo(mutation.writing, mutation.at) }) };
  if (mutation.kind === "vote") return { id, change: (status) => withVote(status, mutation.choices) };
  const { on } = mutation;
  if (mutation.kind === "react") return { id, change: (status) => withReaction(status, mutation.emoji, on) };
  if (mutation.kind === "like") return { id, change: (status) => withLike(status, on) };
  if (mutation.kind === "rebark") return { id, change: (status) => withRebark(status, on) };
  if (mutation.kind === "pin") return { id, change: (status) => ({ ...status, pinned: on }) };
  return { id, change: (status) => ({ ...status, bookmarked: on }) };
}

/** Its pictures with their descriptions. */
export function shownPictures(writing: LocalDraft): MediaAttachment[] {
  return writing.pictures.flatMap(({ media, alt }) => (media ? [{ ...media, description: alt.trim() || null }] : []));
}

/** Changed descriptions are sent first: once a bark shows a picture, they can no longer be changed this way. */
function describing({ pictures }: LocalDraft): MutationRequest[] {
  return pictures.flatMap(({ media, alt }) => {
    const description = alt.trim();
    if (!media || description === (media.description ?? "")) return [];
    // On a retry, a bark may show it already.
    return [{ method: "PUT", path: `/api/v1/media/${media.id}`, json: { description }, mayBeGone: true }];
  });
}

function barking(writing: LocalDraft) {
  const json = {
    status: writing.text,
    spoiler_text: writing.spoiler?.trim() ?? "",
    sensitive: writing.sensitive,
    visibility: writing.audience,
    ...(writing.quotePolicy && { quote_approval_policy: writing.quotePolicy }),
    language: writing.language,
    media_ids: mediaIds(writing),
    in_reply_to_id: writing.replyTo,
    quoted_status_id: writing.quotes,
    ...(writing.poll && { poll: writing.poll }),
    ...(writing.dueAt && { scheduled_at: writing.dueAt }),
  };
  return { path: "/api/v1/statuses", json };
}

function editing(id: string, writing: LocalDraft) {
  const json = {
    status: writing.text,
    spoiler_text: writing.spoiler?.trim() ?? "",
    sensitive: writing.sensitive,
    language: writing.language,
    media_ids: mediaIds(writing),
    media_attributes: shownPictures(writing).map((media) => ({ id: media.id, description: media.description })),
  };
  return { path: `/api/v1/statuses/${id}`, json };
}

function editedTo(writing: LocalDraft, at: string) {
  const { text, sensitive, spoiler } = writing;
  return {
    text: text.trim(),
    spoiler_text: spoiler?.trim() ?? "",
    sensitive,
    media_attachments: shownPictures(writing),
    edited_at: at,
  };
}

/** A block may exist until the server has answered, whatever was pressed since; ending it twice changes nothing. */
function followVerbs({ next, before }: { next: FollowState; before: FollowState }): string[] {
  const verb = next === "none" ? "unfollow" : "follow";
  return before === "blocked" ? ["unblock", verb] : [verb];
}
