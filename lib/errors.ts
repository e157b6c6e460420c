/** All error codes of the API, with their HTTP status and default message. */
export const ERRORS = {
  bad_request: [400, "That request could not be understood."],
  unauthorized: [401, "Please sign in first."],
  invalid_token: [401, "The access token is invalid"],
  forbidden: [403, "You may not do this."],
  waiting: [403, "You are not in yet: your request waits for an answer, or your address has to be confirmed."],
  unconfirmed: [403, "Please confirm first that it is you, with your password or a passkey."],
  two_factor: [
    403,
    "Turn on two-factor sign-in first: people who run this town need it. If it is on already, sign in again.",
  ],
  cross_origin: [403, "This request came from another site and was refused."],
  insufficient_scope: [403, "This action is outside the authorized scopes"],
  not_sharing: [403, "You see who is near while you share where you are."],
  too_new: [403, "Your account is new. A quarter of an hour after joining you see who is near."],
  not_found: [404, "Record not found"],
  method_not_allowed: [405, "That method is not known at this address."],
  conflict: [409, "Somebody else was faster. Please look at the present state first."],
  gone: [410, "This bark was deleted."],
  too_large: [413, "That is too large to send."],
  unsupported_media_type: [415, "Please send JSON or a form."],
  invalid: [422, "Validation failed"],
  held_for_review: [
    422,
    "It waits for the people who run this town, who read it first. You find it beside your drafts.",
  ],
  too_fast: [422, "Nobody travels that fast. Please try again when your device knows where it is."],
  too_many: [429, "Too many requests. Please wait a moment and try again."],
  internal: [500, "Something went wrong on our side. Please try again."],
  away: [503, "Barker cannot answer right now. Please try again in a moment."],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERRORS;

/** The errors of each field, with Mastodon's codes (`ERR_TAKEN`, …). */
export type FieldFaults = Record<string, { error: string; description: string }[]>;

interface Extra {
  message?: string;
  /** A finer code that replaces the general one in the answer, where clients decide by it: "seq_taken". */
  reason?: string;
  /** Further fields of the answer, for clients that need more than a code to go on. */
  fields?: Record<string, unknown>;
  details?: FieldFaults;
  /** Seconds until a retry makes sense. */
  retryAfter?: number;
  headers?: Record<string, string>;
  cause?: unknown;
}

const BRAND = Symbol.for("barker.ApiError");

/** An error that ends a request with one of the codes above. */
export class ApiError extends Error {
  /**
   * The web process contains this class twice (in Next's bundle and in the server's own), and a shared loader throws the
   * errors of the bundle that created it, so each copy must recognise the other's errors.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  readonly [BRAND] = true;
  readonly reason?: string;
  readonly fields?: Record<string, unknown>;
  readonly details?: FieldFaults;
  readonly retryAfter?: number;
  readonly headers: Record<string, string>;

  constructor(
    readonly code: ErrorCode,
    extra: Extra = {},
  ) {
    super(extra.message ?? ERRORS[code][1], { cause: extra.cause });
    this.reason = extra.reason;
    this.fields = extra.fields;
    this.details = extra.details;
    this.retryAfter = extra.retryAfter;
    this.headers = extra.headers ?? {};
  }

  get status(): number {
    return ERRORS[this.code][0];
  }
}

/** A store does not answer: 503, with the time to retry. */
export function away(cause: unknown): ApiError {
  return new ApiError("away", { retryAfter: 2, cause });
}

/** A 422 error for one field, in Mastodon's format. */
export function invalid(field: string, error: string, description: string): ApiError {
  return new ApiError("invalid", {
    message: `Validation failed: ${description}`,
    details: { [field]: [{ error, description }] },
  });
}

/** A 422 error for several fields; the first one is the message. */
export function invalidFields(details: FieldFaults): ApiError {
  const first = Object.values(details)[0]?.[0]?.description;
  return new ApiError("invalid", { message: first && `Validation failed: ${first}`, details });
}
