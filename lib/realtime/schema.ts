import { z } from "zod";

/** Where a person's live stream stands: the id of an event in it. Opaque to clients. */
export const Cursor = z.string().regex(/^\d{1,19}-\d{1,19}$/);

/** The handshake's `auth`: an app's token, and the last event the client has processed. */
export const Handshake = z.object({ token: z.string().max(512).optional(), cursor: Cursor.optional() });
export type Handshake = z.infer<typeof Handshake>;

/** How many barks one device watches at most: what a screen can hold. */
export const WATCHED = 60;

/** What `watch` and `unwatch` are sent with. */
export const BarkIds = z.array(z.string().regex(/^\d{1,20}$/)).max(WATCHED);
