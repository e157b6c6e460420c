import { isKnown, rangeOf } from "@/lib/http/range";

// The content at a file's address never changes, but may be deleted. So caches revalidate soon, which costs only a few
// bytes while the file exists. The CSP keeps it from running scripts.
const ALWAYS = {
  "cache-control": "public, max-age=45",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
  "accept-ranges": "bytes",
};

/** A 304 when the caller has the file already, else null. */
export function unchangedResponse(request: Request, tag: string): Response | null {
  const etag = `"${tag}"`;
  if (!isKnown(request.headers.get("if-none-match"), etag)) return null;
  return new Response(null, { status: 304, headers: { ...ALWAYS, etag } });
}

/**
 * A file that never changes, whole or in part.
 * @param tag identifies the content, such as its address; used as the ETag
 */
export function fileResponse(
  request: Request,
  { bytes, type, tag }: { bytes: Uint8Array<ArrayBuffer>; type: string; tag: string },
): Response {
  const etag = `"${tag}"`;
  const headers = { ...ALWAYS, etag, "content-type": type };
  const asked = request.headers;
  // Ranges apply to GET only, and only when the caller's part is of this file.
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
