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
