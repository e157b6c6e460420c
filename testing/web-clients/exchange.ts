/** A value that is sent. Strings may name what is known by then: `{friend}`. */
export type Sendable = string | number | boolean | null | Sendable[] | { [name: string]: Sendable | undefined };

/**
 * A request of a web client, as it was seen in a browser, and what the client reads of the answer. Paths, queries and
 * bodies name ids as `{name}`: those of the scene, and those that earlier exchanges kept.
 */
export interface Exchange {
  /** What a person does, from whom the request comes. */
  does: string;
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With the query, as the client wrote it. */
  path: string;
  json?: Sendable;
  /** Fields of a form. */
  form?: Record<string, string>;
  /** Fields of a multipart body; one may be `A_PICTURE`. */
  multipart?: Record<string, string>;
  idempotencyKey?: string;
  /** False where no token is sent. */
  token?: boolean;
  /** 200 if not given. */
  status?: number;
  /** The fields that the client reads: `account.acct`, `[].id`. With a question mark at the end, they may be null. */
  reads?: readonly string[];
  /** What later exchanges send of this answer: the name, and its field. */
  keeps?: Record<string, string>;
}

/** Stands for a file in a multipart body. */
export const A_PICTURE = "(a picture)";

/** A client that runs in a browser, on another site. */
export interface WebClient {
  name: string;
  /** The site it is served from. */
  origin: string;
  /** Where it gets its code, and for which scopes. */
  redirectUri: string;
  scopes: string;
  /** Whether it proves with a verifier that the code is for it. */
  usesPkce: boolean;
  /** The requests until it leads the person to Barker; they keep `client_id`. */
  registers: Exchange[];
  /** The requests with the `{code}`; they keep `token`. */
  redeems: Exchange[];
  /** The requests of a visit, in order. */
  visit: Exchange[];
  /** The streams that it subscribes to. */
  streams: Record<string, string>[];
}

/** Fields, separated by white space. */
export const fields = (text: string): string[] => text.trim().split(/\s+/);

/** The same fields at another place: `at("[].", STATUS)`. */
export const at = (where: string, names: readonly string[]): string[] => names.map((name) => where + name);
