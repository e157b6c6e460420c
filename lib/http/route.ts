import type { z } from "zod";
import type { Identity, Viewer } from "@/lib/auth/schema";
import type { Right } from "@/lib/auth/rights";
import type { Scope } from "@/lib/auth/scopes";
import { ApiError } from "@/lib/errors";
import { authorise, TOKEN_PARAMETER, type Auth } from "@/lib/http/authorise";
import { fields, readBody } from "@/lib/http/body";
import { applyLimit, type LimitRule } from "@/lib/limits/writes";
import { parseLeniently } from "@/lib/http/lenient";
import { errorResponse, validationError } from "@/lib/http/problem";
import { limitUploads } from "@/lib/http/upload";
import { callerKey } from "@/lib/http/address";

interface Declaration<A extends Auth, P, Q, B> {
  /** The summary for /api/openapi.json. */
  summary: string;
  auth: A;
  /** The scope that an app's token needs. */
  scope?: Scope;
  /** The right that a person needs, who must be staff then; of several, one is enough. */
  right?: Right | readonly Right[];
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  /** The maximum size of a body without files in bytes, where 100 kB are too few. */
  size?: number;
  /** The maximum size of an uploaded file, in bytes; without it, no files are accepted. Without `body`, it is the body. */
  file?: number;
  /** The schema of the response, for /api/openapi.json. */
  answers?: z.ZodType;
  /** The rate limit that applies. */
  limit?: LimitRule;
  /** Counts by address even for signed-in people; used where people or apps are created. */
  limitBy?: "address";
  /** Formats errors in another way than the API's usual one. */
  problem?: (error: unknown, request: Request) => Response;
}

export interface Call<A extends Auth, P, Q, B> {
  request: Request;
  url: URL;
  identity: A extends "none" ? null : Identity | null;
  viewer: A extends "user" | "session" ? Viewer : Viewer | null;
  params: P;
  query: Q;
  body: B;
}

export interface Context {
  params: Promise<Record<string, string | string[]>>;
}

/** A handler for Next and for our own server, with its declaration for the OpenAPI description. */
export interface Route {
  (request: Request, context: Context): Promise<Response>;
  declaration: Declaration<Auth, unknown, unknown, unknown>;
}

/**
 * Creates an endpoint from one declaration: authorises the caller, parses and validates the input, applies the rate
 * limit, runs `verb`, and turns its result (a Response, or a value for JSON) or its error into a response.
 */
export function route<A extends Auth, P = unknown, Q = unknown, B = unknown>(
  declaration: Declaration<A, P, Q, B>,
  verb: (call: Call<A, P, Q, B>) => Promise<unknown>,
): Route {
  const handler = async (request: Request, context: Context): Promise<Response> => {
    try {
      const { identity, viewer } = await authorise(request, declaration);
      const url = new URL(request.url);
      // Addresses of further pages are made of this one, and a token must not be in them.
      url.searchParams.delete(TOKEN_PARAMETER);
      const caller = viewer?.id ?? callerKey(request.headers);
      const counted = declaration.limitBy === "address" ? callerKey(request.headers) : caller;
      const limits = declaration.limit ? await applyLimit(declaration.limit, counted) : {};
      const params = parse(declaration.params, await context.params, "not_found");
      const query = parse(declaration.query, fields(url.searchParams), "invalid");
      const serve = async () => {
        // As with Mastodon, fields may also be in the query; those in the body take precedence.
        const sent = declaration.body && {
          ...fields(url.searchParams),
          ...(await readBody(request, declaration.file, declaration.size)),
        };
        const body = parse(declaration.body, sent, "invalid");
        return verb({ request, url, identity, viewer, params, query, body } as Call<A, P, Q, B>);
      };
      const answer = declaration.file ? await limitUploads(caller, serve) : await serve();
      const response = answer instanceof Response ? answer : Response.json(answer);
      for (const [name, value] of Object.entries(limits)) response.headers.set(name, value);
      return response;
    } catch (error) {
      return (declaration.problem ?? errorResponse)(error, request);
    }
  };
  return Object.assign(handler, { declaration });
}

/** Parses input. An invalid path is 404; other invalid input is 422, by field. */
function parse<T>(schema: z.ZodType<T> | undefined, raw: unknown, otherwise: "not_found" | "invalid"): T | undefined {
  if (!schema) return undefined;
  const parsed = parseLeniently(schema, raw);
  if (parsed.success) return parsed.data;
  throw otherwise === "not_found" ? new ApiError("not_found") : validationError(parsed.error);
}
