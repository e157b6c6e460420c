import { linkHeader } from "@/lib/http/page";

/** A list as JSON with the `Link` header that its next and previous pages are found by. */
export function listResponse<Item extends { id: string }>(url: URL, items: Item[], ids = items.map((item) => item.id)): Response {
  const link = linkHeader(url, ids);
  return Response.json(items, link ? { headers: { link } } : undefined);
}
