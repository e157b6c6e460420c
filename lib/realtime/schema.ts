import { z } from "zod";

/** The cursor of a person's live stream: the id of an event in it. Opaque to clients. */
export const Cursor = z.string().regex(/^\d{1,19}-\d{1,19}$/);

/** The handshake's `auth`: an app's token, and the last event the client has processed. */
export const Handshake = z.object({ token: z.string().max(512).optional(), cursor: Cursor.optional() });
export type Handshake = z.infer<typeof Handshake>;

/** How many barks one device watches at most: what a screen can hold. */
export const WATCHED = 60;

/** The payload of `watch` and `unwatch`. */
export const BarkIds = z.array(z.string().regex(/^\d{1,20}$/)).max(WATCHED);

export const StreamKind = z.enum(["bark", "edited", "deleted", "notification", "read", "e2ee", "filters", "start"]);

export type StreamKind = z.infer<typeof StreamKind>;

/** An entry of a live stream: about a bark, an alert, markers, or the beginning of the stream. */
export interface StreamEntry {
  id: string;
  kind: StreamKind;
  /** A bark's id, an encoded alert, or markers or news of encrypted messages as JSON; empty for changed filters. */
  value: string;
}

/** A change of a bark that somebody may be watching. */
export const BarkChange = z.enum(["counts", "edited", "deleted"]);
export type BarkChange = z.infer<typeof BarkChange>;

/**
 * Which live connections end: all of a person, only those of one web session (its id) or access
 * token (its hash), or all but those.
 */
export const SignOutMessage = z.object({
  personId: z.string(),
  only: z.string().optional(),
  keep: z.string().optional(),
});
export type SignOutMessage = z.infer<typeof SignOutMessage>;
