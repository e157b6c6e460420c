/** The newest checkpoint of the key log: text that must never be an older one. */
export function checkpointResponse(note: string): Response {
  return new Response(note, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache" },
  });
}

/** A tile of the key log. The content at its address never changes; those that are not full stop being asked for. */
export function tileResponse({ bytes, full }: { bytes: Uint8Array; full: boolean }): Response {
  const kept = full ? "public, max-age=31536000, immutable" : "public, max-age=300";
  const headers = {
    "content-type": "application/octet-stream",
    "cache-control": kept,
    "cross-origin-resource-policy": "cross-origin",
  };
  return new Response(bytes.slice(), { headers });
}
