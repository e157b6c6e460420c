import { withLike, withReaction, withRebark } from "@/app/_client/bark-merge";
import type { StatusPatch } from "@/app/_client/bark-store";
import { mediaIds, sendKey, type LocalDraft } from "@/app/_client/drafts/model";
import type { Sending } from "@/app/_client/events";
import type { FollowState } from "@/app/_client/follow-state";
import type { MediaAttachment } from "@/lib/media/schema";

/** What somebody does to a bark with one press; the last word counts. */
export type BarkMutation =
  | { kind: "like" | "rebark" | "bookmark" | "pin"; id: string; on: boolean }
  | { kind: "react"; id: string; emoji: string; on: boolean };

/** What is brought to the server behind the eyes, and may have to wait for that. */
export type Mutation =
  | BarkMutation
  | { kind: "bark"; writing: LocalDraft; sending: Sending }
  | { kind: "edit"; id: string; writing: LocalDraft; at: string }
  | { kind: "follow"; personId: string; next: FollowState; before: FollowState };

/** One request of a deed. A deed of several is done when all are, and doing some of them again changes nothing. */
export interface MutationRequest {
  method: "POST" | "PUT" | "DELETE";
  path: string;
  json?: unknown;
  /** The idempotency key. */
  key?: string;
  /** 404 is as good as done. */
  mayBeGone?: boolean;
}

const VERBS = {
  like: ["favourite", "unfavourite"],
  rebark: ["reblog", "unreblog"],
  bookmark: ["bookmark", "unbookmark"],
  pin: ["pin", "unpin"],
} as const;

/** In one lane the last deed counts, and takes the place of one that waits. Each bark has a lane of its own. */
export function mutationKey(deed: Mutation): string {
  if (deed.kind === "bark") return `bark ${deed.writing.id}`;
  if (deed.kind === "follow") return `follow ${deed.personId}`;
  return deed.kind === "react" ? `react ${deed.id} ${deed.emoji}` : `${deed.kind} ${deed.id}`;
}

/** What is to be asked of the server, in turn. */
export function requestsOf(deed: Mutation): MutationRequest[] {
  switch (deed.kind) {
    case "bark":
      return [...describing(deed.writing), { method: "POST", ...barking(deed.writing), key: sendKey(deed.writing) }];
    case "edit":
      return [...describing(deed.writing), { method: "PUT", ...editing(deed.id, deed.writing) }];
    case "follow":
      return [{ method: "POST", path: `/api/v1/accounts/${deed.personId}/${followVerb(deed)}` }];
    case "react": {
      const path = `/api/v1/barker/statuses/${deed.id}/reactions/${encodeURIComponent(deed.emoji)}`;
      return [{ method: deed.on ? "PUT" : "DELETE", path }];
    }
    default:
      return [{ method: "POST", path: `/api/v1/statuses/${deed.id}/${VERBS[deed.kind][deed.on ? 0 : 1]}` }];
  }
}

/** How a bark looks once this is done to it; null for what changes none that is there. */
export function optimisticChange(deed: Mutation): { id: string; change: StatusPatch } | null {
  if (deed.kind === "bark" || deed.kind === "follow") return null;
  const { id } = deed;
  if (deed.kind === "edit") return { id, change: (status) => ({ ...status, ...editedTo(deed.writing, deed.at) }) };
  const { on } = deed;
  if (deed.kind === "react") return { id, change: (status) => withReaction(status, deed.emoji, on) };
  if (deed.kind === "like") return { id, change: (status) => withLike(status, on) };
  if (deed.kind === "rebark") return { id, change: (status) => withRebark(status, on) };
  if (deed.kind === "pin") return { id, change: (status) => ({ ...status, pinned: on }) };
  return { id, change: (status) => ({ ...status, bookmarked: on }) };
}

/** Its pictures with their words as they were typed. */
export function shownPictures(writing: LocalDraft): MediaAttachment[] {
  return writing.pictures.flatMap(({ media, alt }) => (media ? [{ ...media, description: alt.trim() || null }] : []));
}

/** The words of pictures that the server does not have yet come first: once a bark shows them it is too late. */
function describing({ pictures }: LocalDraft): MutationRequest[] {
  return pictures.flatMap(({ media, alt }) => {
    const description = alt.trim();
    if (!media || description === (media.description ?? "")) return [];
    // A bark shows it already when this was sent before.
    return [{ method: "PUT", path: `/api/v1/media/${media.id}`, json: { description }, mayBeGone: true }];
  });
}

function barking(writing: LocalDraft) {
  const json = {
    status: writing.text,
    spoiler_text: writing.spoiler?.trim() ?? "",
    sensitive: writing.sensitive,
    visibility: writing.audience,
    language: writing.language,
    media_ids: mediaIds(writing),
    in_reply_to_id: writing.replyTo,
    quoted_status_id: writing.quotes,
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

function followVerb({ next, before }: { next: FollowState; before: FollowState }): string {
  if (next !== "none") return "follow";
  return before === "blocked" ? "unblock" : "unfollow";
}
