import { z } from "zod";
import { openSession, sessionCookieName, cookieValue } from "@/lib/auth/cookie";
import { BearerRow, ViewerRow, type Identity, type Viewer } from "@/lib/auth/schema";
import { checkPassword, digest } from "@/lib/auth/secrets";
import { loader } from "@/lib/loader";
import { read } from "@/lib/neo4j";
import { paths } from "@/lib/paths";
import { singleton } from "@/lib/singleton";

/**
 * Who is behind a session or a token is asked at every request; a second of memory spares the
 * database most of it. What ends a session forgets it here at once; another web process follows
 * within that second.
 */
const MEMORY = { ttl: 1_000, size: 10_000 };

export const viewers = singleton("viewers", () =>
  loader<ViewerRow>({
    ...MEMORY,
    load: async (ids) => byKey(await read("auth/viewers_by_person", { ids }, ViewerRow), (row) => row.id),
  }),
);

export const bearers = singleton("bearers", () =>
  loader<BearerRow>({
    ...MEMORY,
    load: async (hashes) => byKey(await read("auth/bearers_by_token", { hashes }, BearerRow), (row) => row.hash),
  }),
);

/** The person or app behind an access token; null for one that is unknown or revoked. */
export async function identityOfToken(token: string): Promise<Identity | null> {
  const row = await bearers().get(digest(token));
  if (!row) return null;
  const { app, scopes, person } = row;
  return person ? { by: "token", viewer: toViewer(person), app, scopes } : { by: "app", app, scopes };
}

/** The person behind a session cookie; null when it is not valid, or was ended since. */
export async function identityOfCookie(cookieHeader: string | null): Promise<Identity | null> {
  const cookie = cookieValue(cookieHeader, sessionCookieName());
  if (cookie === null) return null;
  const claims = await openSession(cookie);
  if (!claims) return null;
  const row = await viewers().get(claims.sub);
  return row && row.epoch === claims.epoch ? { by: "cookie", viewer: toViewer(row) } : null;
}

const CredentialRow = z.object({ id: z.string(), passwordHash: z.string().nullable(), epoch: z.number() });
const PersonRow = z.object({ id: z.string(), epoch: z.number() });

/** Checks a sign-in by handle or e-mail. @returns the session's claims, or null when it is wrong. */
export async function authenticate(login: string, password: string): Promise<{ sub: string; epoch: number } | null> {
  const key = login.trim().replace(/^@/, "").normalize("NFKC").toLowerCase();
  const [row] = await read("auth/credential_by_login", { key }, CredentialRow);
  const correct = await checkPassword(row?.passwordHash ?? null, password);
  return row && correct ? { sub: row.id, epoch: row.epoch } : null;
}

/** The claims of a demo person's session, or null when there is no such person. */
export async function demoSession(handleKey: string): Promise<{ sub: string; epoch: number } | null> {
  const [row] = await read("auth/person_by_handle", { handleKey }, PersonRow);
  return row ? { sub: row.id, epoch: row.epoch } : null;
}

function toViewer(person: Omit<ViewerRow, "epoch">): Viewer {
  const { id, handle, name, portrait } = person;
  return { id, handle, name, avatar: paths.portrait(portrait) };
}

function byKey<Row>(rows: Row[], key: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [key(row), row]));
}
