import { linkHeader } from "@/lib/http/page";

/** A list as JSON, with a `Link` header to its next and previous pages. */
export function listResponse(url: URL, items: { id: string }[]): Response {
  const link = linkHeader(
    url,
    items.map((item) => item.id),
  );
  return Response.json(items, link ? { headers: { link } } : undefined);
}

/**
 * Like `listResponse`, for lists sorted by when their entries were created: `edges` are the ids of the entries, by which
 * pages are bounded.
 */
export function edgeResponse(url: URL, { items, edges }: { items: unknown[]; edges: string[] }): Response {
  const link = linkHeader(url, edges);
  return Response.json(items, link ? { headers: { link } } : undefined);
}
