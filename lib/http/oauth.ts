import { ApiError } from "@/lib/errors";
import { errorResponse } from "@/lib/http/problem";

/** An error of the OAuth endpoints, as in RFC 6749 section 5.2. */
export function oauthError(
  error: "invalid_request" | "invalid_client" | "invalid_grant" | "invalid_scope" | "unsupported_grant_type",
): Response {
  const descriptions = {
    invalid_request: "The request is missing a required parameter or is otherwise malformed.",
    invalid_client:
      "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.",
    invalid_grant:
      "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.",
    invalid_scope: "The requested scope is invalid, unknown, or malformed.",
    unsupported_grant_type: "The authorization grant type is not supported by the authorization server.",
  };
  const status = error === "invalid_client" ? 401 : 400;
  return Response.json(
    { error, error_description: descriptions[error] },
    { status, headers: { "cache-control": "no-store" } },
  );
}

/** Turns an error of an OAuth endpoint into a response; faults of the request are reported as in RFC 6749. */
export function oauthProblem(error: unknown, request: Request): Response {
  const faulty = error instanceof ApiError && [400, 413, 415, 422].includes(error.status);
  return faulty ? oauthError("invalid_request") : errorResponse(error, request);
}

/** A client's id and secret from the body, or from HTTP Basic as RFC 6749 section 2.3.1 allows. */
export function clientCredentials(
  request: Request,
  body: { client_id?: string; client_secret?: string },
): { id: string; secret: string } | null {
  if (body.client_id && body.client_secret) return { id: body.client_id, secret: body.client_secret };
  const basic = /^Basic ([\w+/=]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!basic) return null;
  const [id, secret] = Buffer.from(basic, "base64").toString("utf8").split(":");
  return id && secret ? { id: decode(id), secret: decode(secret) } : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
