import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";

/** Where pages expect their scripts and styles. Their names change with their content. */
const PREFIX = "/_next/static/";
const YEAR_S = 31_536_000;

/** The files of the build, which it also compressed with Brotli: a sixth smaller than what Next would send, at no cost. */
const files = singleton("static-files", () =>
  sirv(".next/static", { brotli: true, gzip: false, etag: true, immutable: true, maxAge: YEAR_S }),
);

/** Answers a request for a script or style of the pages. @returns false when it is for something else */
export function answerStatic(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): boolean {
  if (!url.pathname.startsWith(PREFIX) || env().NODE_ENV === "development") return false;
  let isFound = true;
  const { url: asked } = incoming;
  incoming.url = url.pathname.slice(PREFIX.length - 1);
  files()(incoming, outgoing, () => void (isFound = false));
  if (asked !== undefined) incoming.url = asked;
  return isFound;
}
