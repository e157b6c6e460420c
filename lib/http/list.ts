import { linkHeader } from "@/lib/http/page";

/** A list as JSON with the `Link` header that its next and previous pages are found by. */
export function listResponse(url: URL, items: { id: string }[]): Response {
  const link = linkHeader(
    url,
    items.map((item) => item.id),
  );
  return Response.json(items, link ? { headers: { link } } : undefined);
}

/**
 * As `listResponse`, for lists ordered by when their entries were made: `edges` are the ids of the
 * entries themselves, which pages are bounded by.
 */
export function edgeResponse(url: URL, { items, edges }: { items: unknown[]; edges: string[] }): Response {
  const link = linkHeader(url, edges);
  return Response.json(items, link ? { headers: { link } } : undefined);
}
