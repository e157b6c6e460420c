import { linkHeader } from "@/lib/http/page";

/** A list as JSON with the `Link` header that its next and previous pages are found by. */
export function listResponse(url: URL, items: { id: string }[]): Response {
  const link = linkHeader(
    url,
    items.map((item) => item.id),
  );
  return Response.json(items, link ? { headers: { link } } : undefined);
}
