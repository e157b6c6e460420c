import { isKnown, rangeOf } from "@/lib/http/range";

// What is in a file never changes under its address, but it may be gone: whoever keeps it asks again, and as long as it
// is there is told so in a few bytes. Nothing in it is ever run.
const ALWAYS = {
  "cache-control": "public, max-age=45",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
  "accept-ranges": "bytes",
};

/** That the caller has a file already (304), or null when they do not. */
export function unchangedResponse(request: Request, tag: string): Response | null {
  const etag = `"${tag}"`;
  if (!isKnown(request.headers.get("if-none-match"), etag)) return null;
  return new Response(null, { status: 304, headers: { ...ALWAYS, etag } });
}

/**
 * A file that never changes, whole or in part.
 * @param tag what is in it, such as its address; two files never have the same
 */
export function fileResponse(
  request: Request,
  { bytes, type, tag }: { bytes: Uint8Array<ArrayBuffer>; type: string; tag: string },
): Response {
  const etag = `"${tag}"`;
  const headers = { ...ALWAYS, etag, "content-type": type };
  const asked = request.headers;
  // Ranges are for GET, and only of the file that the caller has a part of.
  const whole = request.method !== "GET" || ![null, etag].includes(asked.get("if-range"));
  const range = whole ? null : rangeOf(asked.get("range"), bytes.length);
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${bytes.length}` } });
  }
  if (!range) return new Response(bytes, { headers });
  return new Response(bytes.subarray(range.first, range.last + 1), {
    status: 206,
    headers: { ...headers, "content-range": `bytes ${range.first}-${range.last}/${bytes.length}` },
  });
}
