import type { z } from "zod";
import { ApiError, type FieldFaults } from "@/lib/errors";
import { log } from "@/lib/log";

/** A 422 error for invalid input, by field in Mastodon's format. */
export function validationError(error: z.ZodError): ApiError {
  const details: FieldFaults = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".") || "request";
    const missing = issue.code === "invalid_type" && issue.input === undefined;
    (details[field] ??= []).push({
      error: missing ? "ERR_BLANK" : "ERR_INVALID",
      description: missing ? "can't be blank" : issue.message,
    });
  }
  const first = Object.entries(details)[0];
  const message = first ? `Validation failed: ${first[0]} ${first[1][0]?.description ?? "is not valid"}` : undefined;
  return new ApiError("invalid", { message, details, cause: error });
}

/** Turns an error into a response: known errors by their code, all others as 500. */
export function errorResponse(error: unknown, request: Request): Response {
  const known = error instanceof ApiError ? error : new ApiError("internal", { cause: error });
  if (known.status >= 500) {
    log().error({ err: known.cause ?? known, path: new URL(request.url).pathname, code: known.code }, "request failed");
  }
  const { message, code, reason, fields, details, retryAfter } = known;
  const headers = new Headers(known.headers);
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  if (known.status === 401) headers.set("www-authenticate", 'Bearer realm="Barker"');
  const body = { error: message, code: reason ?? code, ...(details && { details }), ...fields };
  return Response.json(body, { status: known.status, headers });
}
