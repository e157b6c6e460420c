import { learnTime } from "@/app/_client/clock";
import { failures } from "@/app/_words/failures";
import type { ConfirmationWays } from "@/lib/auth/schema";
import type { ErrorCode } from "@/lib/errors";

/** The number of entries requested per page of a list. */
export const PAGE_SIZE = 20;

/** The outcome of a request to our own API: its answer, or one sentence for people. */
export type Outcome<T> =
  | {
      ok: true;
      value: T;
      /** For a list: the address of its next page. */
      next: string | null;
    }
  | {
      ok: false;
      status: number;
      sentence: string;
      fields: Record<string, string>;
      /** The error code of the API, if the server has answered. */
      code?: string;
      /** How the person can confirm that it is them, which they have to do first. */
      confirm?: ConfirmationWays;
    };

interface Send {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  json?: unknown;
  /** Sent instead of JSON, for files. */
  form?: FormData;
  idempotencyKey?: string;
  /** Lets a request continue after its page is closed. */
  keepalive?: boolean;
  /** The person who makes the request: the server rejects it when somebody else is signed in by now. */
  person?: string | null;
}

interface Problem {
  error?: string;
  details?: Record<string, { description?: string }[]>;
  code?: string;
  ways?: ConfirmationWays;
}

/** Makes one request to our own API. Never throws: a failure is returned as one sentence. */
export async function send<T>(
  path: string,
  { method = "GET", json, form, idempotencyKey, keepalive, person }: Send = {},
): Promise<Outcome<T>> {
  try {
    const response = await fetch(path, {
      method,
      keepalive,
      headers: {
        ...(json !== undefined && { "content-type": "application/json" }),
        ...(idempotencyKey && { "idempotency-key": idempotencyKey }),
        ...(person && { "barker-person": person }),
      },
      body: json === undefined ? form : JSON.stringify(json),
    });
    learnTime(response.headers.get("date"));
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, value: body as T, next: nextOf(response.headers.get("link")) };
    return failure(response.status, body as Problem);
  } catch {
    return failure(0, { error: failures.offline });
  }
}

/** Whether a bark was refused because it waits for the people who run the town: its author has nothing more to do. */
export function isHeld(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.code === ("held_for_review" satisfies ErrorCode);
}

/** The same outcome with its answer converted. */
export async function mapOutcome<T, Made>(
  outcome: Outcome<T>,
  make: (value: T) => Made | Promise<Made>,
): Promise<Outcome<Made>> {
  return outcome.ok ? { ...outcome, value: await make(outcome.value) } : outcome;
}

/** The next page that a `Link` header names, as an address at the origin of the current page. */
export function nextOf(link: string | null): string | null {
  const address = /<([^>]+)>;\s*rel="next"/.exec(link ?? "")?.[1];
  if (!address) return null;
  const { pathname, search } = new URL(address, "http://here");
  return pathname + search;
}

function failure(status: number, { error, details = {}, code, ways }: Problem): Outcome<never> {
  const fields = Object.entries(details).map(([field, faults]) => [field, faults[0]?.description ?? failures.notValid]);
  return {
    ok: false,
    status,
    sentence: sentenceOf(error, details),
    fields: Object.fromEntries(fields),
    ...(code !== undefined && { code }),
    ...(code === "unconfirmed" && ways && { confirm: ways }),
  };
}

/** What people read of an error. Words before it are for apps: "Validation failed: ", and the path of a field. */
function sentenceOf(error: string | undefined, details: Problem["details"] = {}): string {
  const said = error?.replace(/^Validation failed: /, "") ?? failures.unknown;
  const path = Object.keys(details).find((field) => said.startsWith(`${field} `));
  return path === undefined ? said : failures.notRight(said.slice(path.length + 1));
}

/** The text typed into a field of a form. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
