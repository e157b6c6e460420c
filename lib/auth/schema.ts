import { z } from "zod";
import { RIGHTS, type Right } from "@/lib/auth/rights";

/** The signed-in person of a request, on the web or through an app. */
export interface Viewer {
  id: string;
  handle: string;
  name: string;
  /** The URL of their avatar. */
  avatar: string;
  /** The default audience of their barks. */
  barksFor?: "public" | "unlisted" | "private";
  /** The default language of their barks, and whether their pictures are marked as sensitive by default. */
  barksIn?: string;
  barksSensitive?: boolean;
  /** Who may quote their barks by default. */
  quotePolicy?: "public" | "followers" | "nobody";
  /** Whether they own this town, and so have all rights. */
  isOwner?: true;
  /** What they may do to run this town; absent for everybody else. */
  rights?: Right[];
  /** That they may use none of them, because the town demands two factors and they signed in with one. */
  needsTwoFactor?: true;
}

/** The app that a bearer token belongs to. */
export interface ClientApp {
  id: string;
  name: string;
  website: string | null;
  redirectUris: string[];
  scopes: string[];
}

/** How a request is authenticated. A person's `credential` is a session's id or a token's hash. */
export type Identity =
  | { by: "cookie"; viewer: Viewer; credential: string }
  | { by: "token"; viewer: Viewer; credential: string; app: ClientApp; scopes: string[] }
  | { by: "app"; app: ClientApp; scopes: string[] };

/** A signed-in person who must enter their password or use their passkey again. */
export interface Requester {
  personId: string;
  credential: string;
  /** The key under which failed attempts are counted. */
  countedBy: string;
}

/** The ways in which somebody can confirm that it is them. */
export interface ConfirmationWays {
  password: boolean;
  passkey: boolean;
}

/** The encrypted content of the session cookie: the person, and the id of the session, by which it can be ended. */
export const SessionClaims = z.object({ sub: z.string(), sid: z.string() });
export type SessionClaims = z.infer<typeof SessionClaims>;

const Person = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  portrait: z.string(),
  barksFor: z.enum(["public", "unlisted", "private"]).nullish(),
  barksIn: z.string().nullish(),
  barksSensitive: z.boolean().nullish(),
  quotePolicy: z.enum(["public", "followers", "nobody"]).nullish(),
  owner: z.boolean().nullish(),
  rights: z.array(z.enum(RIGHTS)).nullish(),
});

/** An active web session. `lastAt` is roughly when it was last used, in Unix milliseconds. */
export const SessionRow = z.object({
  id: z.string(),
  lastAt: z.number(),
  /** Whether they signed in with two factors. */
  twoFactor: z.boolean(),
  person: Person,
});
export type SessionRow = z.infer<typeof SessionRow>;

export const BearerRow = z.object({
  hash: z.string(),
  scopes: z.array(z.string()),
  lastAt: z.number().nullable(),
  app: z.object({
    id: z.string(),
    name: z.string(),
    website: z
      .string()
      .nullish()
      .transform((website) => website ?? null),
    redirectUris: z.array(z.string()),
    scopes: z.array(z.string()),
  }),
  person: Person.nullable(),
  /** Whether it belongs to somebody who runs the town and has a second factor. */
  twoFactor: z.boolean(),
  /** Whether it belongs to somebody whose request to join waits. */
  waits: z.boolean(),
});
export type BearerRow = z.infer<typeof BearerRow>;

/** An OAuth access token in the answer of the token endpoint (Mastodon `Token`). */
export const Token = z
  .object({
    access_token: z.string(),
    token_type: z.literal("Bearer"),
    scope: z.string(),
    created_at: z.number().int(),
  })
  .meta({ id: "Token" });
export type Token = z.infer<typeof Token>;

/** A registered client (Mastodon `CredentialApplication`, 4.3 and later). */
export const CredentialApplication = z
  .object({
    id: z.string(),
    name: z.string(),
    website: z.string().nullable(),
    scopes: z.array(z.string()),
    redirect_uri: z.string(),
    redirect_uris: z.array(z.string()),
    client_id: z.string(),
    client_secret: z.string(),
    client_secret_expires_at: z.number(),
    vapid_key: z.string(),
  })
  .meta({ id: "CredentialApplication" });

/** A registered client without its secret (Mastodon `Application`). */
export const Application = CredentialApplication.omit({
  client_id: true,
  client_secret: true,
  client_secret_expires_at: true,
}).meta({ id: "Application" });

/** A sign-in of a person: a browser or an app. Times are ISO 8601; `last_used_at` is accurate to the hour. */
export const SignedIn = z
  .object({
    id: z.string(),
    kind: z.enum(["session", "app"]),
    /** "Firefox on Linux", or the app's name. */
    name: z.string(),
    website: z.string().nullable(),
    scopes: z.array(z.string()),
    created_at: z.string(),
    last_used_at: z.string(),
    /** Whether this is the credential of the request. */
    current: z.boolean(),
  })
  .meta({ id: "SignedIn" });
export type SignedIn = z.infer<typeof SignedIn>;
