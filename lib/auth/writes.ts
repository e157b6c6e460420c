import { z } from "zod";
import { agentName } from "@/lib/auth/agent";
import { SESSION_SECONDS } from "@/lib/auth/cookie";
import { bearers, sessions } from "@/lib/auth/reads";
import type { SessionClaims, Token } from "@/lib/auth/schema";
import { digest, newSecret, sameText } from "@/lib/auth/secrets";
import { newId } from "@/lib/ids";
import { read, write, IdRow } from "@/lib/neo4j";
import { announceSignOut } from "@/lib/realtime/writes";

interface NewApp {
  name: string;
  website: string | null;
  redirectUris: string[];
  scopes: string[];
}

const AppSecret = z.object({ id: z.string(), secretHash: z.string(), scopes: z.array(z.string()) });
const Hash = z.object({ hash: z.string() });
const Owner = z.object({ personId: z.string().nullable() });
const EndedOne = z.object({ hash: z.string().nullable() });
const Key = z.object({ key: z.string() });
const Ended = z.object({ sessions: z.array(z.string()), hashes: z.array(z.string()) });

/** Registers a client app. The secret is shown once; only its hash is kept. */
export async function createApp(app: NewApp): Promise<{ id: string; clientId: string; clientSecret: string }> {
  const [clientId, clientSecret] = [newSecret(), newSecret()];
  const id = newId();
  await write("auth/create_app", { id, clientId, secretHash: digest(clientSecret), ...app, at: Date.now() }, IdRow);
  return { id, clientId, clientSecret };
}

/** The app with the scopes it may request, when its client id and secret are right; else null. */
export async function checkApp(
  clientId: string,
  clientSecret: string,
): Promise<{ id: string; scopes: string[] } | null> {
  const [app] = await read("auth/app_by_client", { clientId }, AppSecret);
  return app && sameText(app.secretHash, digest(clientSecret)) ? { id: app.id, scopes: app.scopes } : null;
}

/** Issues an access token of an app, for a person or (null) for the app itself. */
export async function createToken(appId: string, scopes: string[], personId: string | null): Promise<Token> {
  const token = newSecret();
  const at = Date.now();
  await write("auth/create_token", { appId, id: newId(), hash: digest(token), scopes, at, personId }, Hash);
  return { access_token: token, token_type: "Bearer", scope: scopes.join(" "), created_at: Math.floor(at / 1000) };
}

/** Revokes an access token of an app and disconnects its live connections. */
export function revokeToken(clientId: string, token: string): Promise<void> {
  return revokeHash(clientId, digest(token));
}

/** Like `revokeToken`, for a token of which only the digest is known. */
export async function revokeHash(clientId: string, hash: string): Promise<void> {
  const [owner] = await write("auth/delete_token", { clientId, hash }, Owner);
  await bearers().forgetEverywhere([hash]);
  if (owner?.personId) announceSignOut({ personId: owner.personId, only: hash });
}

/**
 * Starts a web session. @returns the claims that its cookie holds
 * @param userAgent the header, of which only the names of browser and system are stored
 * @param twoFactor whether they signed in with two factors
 */
export async function startSession(
  personId: string,
  userAgent: string | null,
  twoFactor = false,
): Promise<SessionClaims> {
  const [id, at] = [newId(), Date.now()];
  const outdated = at - SESSION_SECONDS * 1000;
  const how = { agent: agentName(userAgent), twoFactor: twoFactor || null };
  await write("auth/start_session", { personId, id, ...how, at, outdated }, IdRow);
  return { sub: personId, sid: id };
}

/**
 * Ends one web session or one app's access of a person, and disconnects its live connections.
 * @returns false when they have none with that id
 */
export async function endSession(personId: string, id: string): Promise<boolean> {
  const [ended] = await write("auth/end_session", { personId, id }, EndedOne);
  if (!ended) return false;
  await Promise.all([sessions().forgetEverywhere([id]), bearers().forgetEverywhere(ended.hash ? [ended.hash] : [])]);
  announceSignOut({ personId, only: ended.hash ?? id });
  return true;
}

/**
 * Ends the web session with this id, or the token with this hash, of a person, and disconnects its live connections.
 * Nothing happens when it has ended already.
 */
export async function endCredential(personId: string, credential: string): Promise<void> {
  const [ended] = await write("auth/end_credential", { personId, credential }, z.object({ token: z.boolean() }));
  if (!ended) return;
  await (ended.token ? bearers() : sessions()).forgetEverywhere([credential]);
  announceSignOut({ personId, only: credential });
}

/**
 * Ends every web session and every app's access of a person, on all devices.
 * @param keep the id of a session, or the hash of a token, that stays
 */
export async function endSessions(personId: string, keep?: string): Promise<void> {
  const [ended] = await write("auth/end_sessions", { personId, keep: keep ?? "" }, Ended);
  await forgetAll(ended);
  announceSignOut({ personId, keep });
}

/** Makes all processes read these tokens again, whose digests are given: what they open has changed. */
export function forgetTokens(hashes: string[]): Promise<void> {
  return bearers().forgetEverywhere(hashes);
}

async function forgetAll(credentials: z.infer<typeof Ended> | undefined): Promise<void> {
  await Promise.all([
    sessions().forgetEverywhere(credentials?.sessions ?? []),
    bearers().forgetEverywhere(credentials?.hashes ?? []),
  ]);
}

/** How many unused tokens and sessions are removed per transaction. */
const BATCH = 500;

/** Ends access tokens and web sessions that were last used before a time (Unix ms). */
export async function endUnused({ apps, browsers }: { apps: number; browsers: number }): Promise<void> {
  await endBefore("auth/end_unused_tokens", apps, bearers());
  await endBefore("auth/end_unused_sessions", browsers, sessions());
}

async function endBefore(query: string, before: number, cache: { forgetEverywhere(keys: string[]): Promise<void> }) {
  for (;;) {
    const ended = (await write(query, { before, limit: BATCH }, Key)).map(({ key }) => key);
    await cache.forgetEverywhere(ended);
    if (ended.length < BATCH) return;
  }
}

/** Makes all processes read a person again for their next request. To be called after a change of what `Viewer` has. */
export async function forgetIdentity(personId: string): Promise<void> {
  await forgetAll((await read("auth/credentials_of_person", { personId }, Ended))[0]);
}

/** Cancels the deletion of an account. False when it is too late. */
export async function cancelDeletion(personId: string): Promise<boolean> {
  return (await write("auth/cancel_deletion", { personId, now: Date.now() }, IdRow)).length > 0;
}
