import { createServer } from "node:http";
import { listen } from "@/testing/listen";
import { freshHandle } from "@/testing/people";
import { answerApi } from "@/web/api";
import { noteCaller } from "@/web/caller";

export interface Sent {
  token?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent unchanged: URLSearchParams as a form, FormData as multipart. */
  body?: BodyInit;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body, when it is JSON; else undefined. */
  json: unknown;
}

let own: Promise<string> | undefined;

/** The URL of the Barker in BARKER_URL, else of the API served by this process. */
export async function apiUrl(): Promise<string> {
  return process.env["BARKER_URL"] || (own ??= serveApi());
}

async function serveApi(): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    noteCaller(incoming);
    const found = answerApi(incoming, outgoing, new URL(incoming.url ?? "/", "http://localhost:3000"));
    void found.then((pattern) => pattern ?? outgoing.writeHead(404).end());
  });
  server.unref();
  return `http://127.0.0.1:${await listen(server)}`;
}

/** Sends one request to the API. */
export async function call(
  method: string,
  path: string,
  { token, headers = {}, json, body }: Sent = {},
): Promise<Answer> {
  const response = await fetch((await apiUrl()) + path, {
    method,
    redirect: "manual",
    signal: AbortSignal.timeout(40_000),
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(json !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    body: json === undefined ? body : JSON.stringify(json),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The fields of a valid sign-up. */
export function signUpForm() {
  const username = freshHandle();
  return { username, email: `${username}@town.example`, password: "correct horse", agreement: true, locale: "en" };
}
