import { z } from "zod";
import { openSession, sessionCookieName, cookieValue } from "@/lib/auth/cookie";
import { recordUse } from "@/lib/auth/last-used";
import { isTwoFactorDemanded } from "@/lib/auth/two-factor/demand";
import { BearerRow, SessionRow, type Identity, type SignedIn, type Viewer } from "@/lib/auth/schema";
import { checkPassword, digest } from "@/lib/auth/secrets";
import { read, IdRow } from "@/lib/neo4j";
import { paths } from "@/lib/paths";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";
import { DAY_MS } from "@/lib/time";

/**
 * Every request resolves its session or token, so the result is cached. What changes it invalidates it in all processes;
 * one that may miss invalidations looks every second.
 */
const MEMORY = { ttl: 60_000, unheard: 1_000, strict: true, size: 10_000 };

export const sessions = singleton("sessions", () =>
  sharedLoader<SessionRow>("sessions", {
    ...MEMORY,
    load: async (ids) => byKey(await read("auth/sessions_by_id", { ids }, SessionRow), (row) => row.id),
  }),
);

export const bearers = singleton("bearers", () =>
  sharedLoader<BearerRow>("bearers", {
    ...MEMORY,
    load: async (hashes) => byKey(await read("auth/bearers_by_token", { hashes }, BearerRow), (row) => row.hash),
  }),
);

/** An access token that was not used for this long (ms) has expired, however long this town keeps them. */
const UNUSED_MS = 365 * DAY_MS;

/** The person or app of an access token; null when it is unknown, revoked or expired. */
export async function identityOfToken(token: string): Promise<Identity | null> {
  const row = await bearers().get(digest(token));
  if (!row || row.waits || (row.lastAt ?? Infinity) < Date.now() - UNUSED_MS) return null;
  recordUse("token", row.hash, row.lastAt ?? 0);
  const { app, scopes, person } = row;
  return person
    ? { by: "token", viewer: await toViewer(person, row.twoFactor), credential: row.hash, app, scopes }
    : { by: "app", app, scopes };
}

/** Whether an access token belongs to somebody whose request to join waits; it opens nothing until they are let in. */
export async function isTokenWaiting(token: string): Promise<boolean> {
  return (await bearers().get(digest(token)))?.waits === true;
}

/** The person of a session cookie; null when it is invalid, or the session has ended. */
export async function identityOfCookie(cookieHeader: string | null): Promise<Identity | null> {
  const cookie = cookieValue(cookieHeader, sessionCookieName());
  if (cookie === null) return null;
  const claims = await openSession(cookie);
  if (!claims) return null;
  const row = await sessions().get(claims.sid);
  if (row?.person.id !== claims.sub) return null;
  recordUse("session", row.id, row.lastAt);
  return { by: "cookie", viewer: await toViewer(row.person, row.twoFactor), credential: row.id };
}

const CredentialRow = z.object({
  id: z.string(),
  passwordHash: z.string().nullable(),
  leavesAt: z.number().nullable(),
  waits: z.boolean(),
  closed: z.boolean(),
});

/** The stored credentials for a sign-in. @param key a handle or an e-mail address, by `loginKey` */
export async function credentialOf(key: string): Promise<z.infer<typeof CredentialRow> | null> {
  return (await read("auth/credential_by_login", { key }, CredentialRow))[0] ?? null;
}

/**
 * Checks the password of a sign-in; takes the same time when there is no such account.
 * @returns the person, when (Unix ms) they will be purged if they requested deletion, whether their request to join still
 *   waits, and whether staff closed their account; null when it is wrong
 */
export async function opened(
  credential: z.infer<typeof CredentialRow> | null,
  password: string,
): Promise<{ id: string; leavesAt: number | null; waits: boolean; closed: boolean } | null> {
  const correct = await checkPassword(credential?.passwordHash ?? null, password);
  const gone = credential?.leavesAt ? credential.leavesAt < Date.now() : false;
  if (!credential || !correct || gone) return null;
  const { id, leavesAt, waits, closed } = credential;
  return { id, leavesAt, waits, closed };
}

/** Whether staff closed the account of a person, who cannot sign in then. */
export async function isClosed(personId: string): Promise<boolean> {
  const [row] = await read("auth/is_closed", { personId }, z.object({ closed: z.boolean() }));
  return row?.closed === true;
}

/**
 * The hash of the password of a person whose account staff closed or suspended, "" without a password; null when it is not
 * closed (any more).
 */
export async function closedAccountHash(personId: string): Promise<string | null> {
  const Row = z.object({ passwordHash: z.string().nullable() });
  const [row] = await read("auth/closed_account", { personId }, Row);
  return row ? (row.passwordHash ?? "") : null;
}

/** Checks the password of a signed-in person. */
export async function isPassword(personId: string, password: string): Promise<boolean> {
  return checkPassword(await passwordHashOf(personId), password);
}

/** Whether a person has a password; the demo's visitor has none. */
export async function hasPassword(personId: string): Promise<boolean> {
  return (await passwordHashOf(personId)) !== null;
}

async function passwordHashOf(personId: string): Promise<string | null> {
  const Row = z.object({ passwordHash: z.string().nullable() });
  return (await read("auth/credential_by_person", { personId }, Row))[0]?.passwordHash ?? null;
}

const SessionOf = z.object({
  session: z.object({ id: z.string(), agent: z.string(), at: z.number(), lastAt: z.number() }),
});
const TokenOf = z.object({
  token: z.object({
    id: z.string(),
    hash: z.string(),
    app: z.string(),
    website: z.string().nullable(),
    scopes: z.array(z.string()),
    at: z.number(),
    lastAt: z.number().nullable(),
  }),
});

/**
 * Lists a person's sessions and app tokens, last used first.
 * @param credential the credential of the request
 */
export async function signedIn(personId: string, credential: string): Promise<SignedIn[]> {
  const [browsers, apps] = await Promise.all([
    read("auth/sessions_by_person", { personId }, SessionOf),
    read("auth/tokens_by_person", { personId }, TokenOf),
  ]);
  return [
    ...browsers.map(({ session: { agent, ...session } }) =>
      toSignedIn({
        ...session,
        kind: "session",
        name: agent,
        website: null,
        scopes: [],
        current: session.id === credential,
      }),
    ),
    ...apps.map(({ token: { app, hash, ...token } }) =>
      toSignedIn({ ...token, kind: "app", name: app, lastAt: token.lastAt ?? token.at, current: hash === credential }),
    ),
  ].toSorted((a, b) => Number(b.current) - Number(a.current) || b.last_used_at.localeCompare(a.last_used_at));
}

type Entrance = Omit<SignedIn, "created_at" | "last_used_at"> & { at: number; lastAt: number };

function toSignedIn({ at, lastAt, id, kind, name, website, scopes, current }: Entrance): SignedIn {
  const times = { created_at: new Date(at).toISOString(), last_used_at: new Date(lastAt).toISOString() };
  return { id, kind, name, website, scopes, ...times, current };
}

/** The id of a demo person, or null when there is no such person. */
export async function demoPerson(handleKey: string): Promise<string | null> {
  const [row] = await read("auth/person_by_handle", { handleKey }, IdRow);
  return row?.id ?? null;
}

/** @param twoFactor whether two factors stand behind the sign-in; of importance for staff only */
async function toViewer(person: SessionRow["person"], twoFactor: boolean): Promise<Viewer> {
  const { id, handle, name, portrait, ...habits } = person;
  const { barksFor, barksIn, barksSensitive, quotePolicy, owner, rights } = habits;
  const usual = {
    ...(barksFor && { barksFor }),
    ...(barksIn && { barksIn }),
    ...(barksSensitive && { barksSensitive }),
    ...(quotePolicy && { quotePolicy }),
    ...(owner && { isOwner: true as const }),
    ...(rights && rights.length > 0 && { rights }),
  };
  const isStaff = owner === true || (rights ?? []).length > 0;
  const lacks = isStaff && !twoFactor && (await isTwoFactorDemanded());
  return { id, handle, name, avatar: paths.portrait(portrait), ...usual, ...(lacks && { needsTwoFactor: true }) };
}

function byKey<Row>(rows: Row[], key: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [key(row), row]));
}

const Address = z.object({ handle: z.string(), email: z.string() });

/** Where a person gets mail; null without an address, as the demo's visitor. */
export async function addressOfPerson(personId: string): Promise<z.infer<typeof Address> | null> {
  const [address] = await read("auth/address_of_person", { personId }, Address);
  return address ?? null;
}
