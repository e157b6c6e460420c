import { z } from "zod";
import { bearers, viewers } from "@/lib/auth/reads";
import type { Token } from "@/lib/auth/schema";
import { digest, newSecret, sameText } from "@/lib/auth/secrets";
import { newId } from "@/lib/ids";
import { read, write } from "@/lib/neo4j";
import { announceSignOut } from "@/lib/realtime/announce";

interface NewApp {
  name: string;
  website: string | null;
  redirectUris: string[];
  scopes: string[];
}

const Id = z.object({ id: z.string() });
const AppSecret = z.object({ id: z.string(), secretHash: z.string(), scopes: z.array(z.string()) });
const Hash = z.object({ hash: z.string() });
const Owner = z.object({ personId: z.string().nullable() });
const Ended = z.object({ epoch: z.number(), hashes: z.array(z.string()) });

/** Registers a client app. The secret is shown once; only its hash is kept. */
export async function createApp(app: NewApp): Promise<{ id: string; clientId: string; clientSecret: string }> {
  const [clientId, clientSecret] = [newSecret(), newSecret()];
  const id = newId();
  await write("auth/create_app", { id, clientId, secretHash: digest(clientSecret), ...app, at: Date.now() }, Id);
  return { id, clientId, clientSecret };
}

/** An app with the scopes it may ask for, when its client id and secret are right; else null. */
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
  await write("auth/create_token", { appId, hash: digest(token), scopes, at, personId }, Hash);
  return { access_token: token, token_type: "Bearer", scope: scopes.join(" "), created_at: Math.floor(at / 1000) };
}

/** Revokes an access token of an app and disconnects who used it live. */
export async function revokeToken(clientId: string, token: string): Promise<void> {
  const hash = digest(token);
  const [owner] = await write("auth/delete_token", { clientId, hash }, Owner);
  bearers().forget(hash);
  if (owner?.personId) announceSignOut({ personId: owner.personId, tokenHash: hash });
}

/** Ends every web session and every app's access of a person, on all devices. */
export async function endSessions(personId: string): Promise<void> {
  const [ended] = await write("auth/end_sessions", { personId }, Ended);
  viewers().forget(personId);
  for (const hash of ended?.hashes ?? []) bearers().forget(hash);
  announceSignOut({ personId });
}
