import { identityOfCookie, identityOfToken, isTokenWaiting } from "@/lib/auth/reads";
import type { Requester, Identity, Viewer } from "@/lib/auth/schema";
import { givenRights, hasRight, type Right } from "@/lib/auth/rights";
import { permits, type Scope } from "@/lib/auth/scopes";
import { ApiError } from "@/lib/errors";
import { isSameOrigin } from "@/lib/http/origin";

/**
 * Who may call: anybody ("none"), anybody with an optional sign-in, a signed-in person, a signed-in person on our own
 * pages (never an app), or any valid token.
 */
export type Auth = "none" | "optional" | "user" | "session" | "token";

interface Demand {
  auth: Auth;
  scope?: Scope;
  right?: Right | readonly Right[];
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Identifies the caller and checks whether they may call. A bearer token takes precedence over one in the query, and that
 * over a cookie; a cookie is accepted for writes only when the request comes from our own pages.
 * @throws ApiError unauthorized, invalid_token, insufficient_scope, cross_origin, forbidden, two_factor
 */
export async function authorise(
  request: Request,
  { auth, scope, right }: Demand,
): Promise<{ identity: Identity | null; viewer: Viewer | null }> {
  if (auth === "none") return { identity: null, viewer: null };
  const identity = await identify(request);
  const viewer = identity && identity.by !== "app" ? identity.viewer : null;
  // A mutation from a browser's offline outbox is only accepted for the person who made it.
  const person = request.headers.get("barker-person");
  if (person !== null && person !== viewer?.id) throw new ApiError("unauthorized");
  if (identity && scope && !permits(identity, scope)) throw new ApiError("insufficient_scope");
  if (auth === "token" && !identity) throw new ApiError("unauthorized");
  if (auth === "session" && identity && identity.by !== "cookie") {
    throw new ApiError("forbidden", { message: "This is only possible on Barker's own pages." });
  }
  if ((auth === "user" || auth === "session") && !viewer) {
    throw identity
      ? new ApiError("forbidden", { message: "This method requires an authenticated user" })
      : new ApiError("unauthorized");
  }
  const rights = right === undefined ? [] : [right].flat();
  if (rights.length > 0 && !rights.some((one) => hasRight(viewer, one))) {
    if (rights.some((one) => givenRights(viewer).includes(one))) throw new ApiError("two_factor");
    throw new ApiError("forbidden", { message: "Only people who run this town and have the right to may do this." });
  }
  return { identity, viewer };
}

/** The query parameter in which a client may send its token when it cannot set a header. */
export const TOKEN_PARAMETER = "access_token";

async function identify(request: Request): Promise<Identity | null> {
  const header = request.headers.get("authorization");
  const parameter = new URL(request.url).searchParams.get(TOKEN_PARAMETER);
  const authorization = header ?? (parameter ? `Bearer ${parameter}` : null);
  if (authorization !== null) {
    const token = /^Bearer ([\w.~+/=-]{1,512})$/i.exec(authorization.trim())?.[1];
    const identity = token === undefined ? null : await identityOfToken(token);
    if (!identity)
      throw new ApiError(token !== undefined && (await isTokenWaiting(token)) ? "waiting" : "invalid_token");
    return identity;
  }
  const identity = await identityOfCookie(request.headers.get("cookie"));
  if (identity && !SAFE_METHODS.has(request.method) && !isSameOrigin(request.headers)) {
    throw new ApiError("cross_origin");
  }
  return identity;
}

/** The credential of a request: a web session's id, or an access token's hash. */
export function credentialOf(identity: Identity | null): string {
  return identity && identity.by !== "app" ? identity.credential : "";
}

/**
 * Who is asked for their password again, and what failures are counted by. A web session counts separately, so that a
 * stolen one cannot lock the owner out of the others. All tokens count together, since a session can create many.
 */
export function requesterOf(viewer: Viewer, identity: Identity | null): Requester {
  const credential = credentialOf(identity);
  const countedBy = identity?.by === "cookie" ? `session:${credential}` : `apps:${viewer.id}`;
  return { personId: viewer.id, credential, countedBy };
}
