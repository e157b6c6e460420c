import { z } from "zod";
import { limitOf } from "@/lib/http/params";

/** `limit` and `cursor` of lists that are not sorted by id; an invalid cursor is 422. */
export function CursorQuery<Cursor>(cursor: z.ZodType<Cursor>) {
  return z.object({
    limit: limitOf(20, 40),
    cursor: z
      .string()
      .max(400)
      .transform((text, context): Cursor => {
        const read = cursor.safeParse(decode(text));
        if (read.success) return read.data;
        context.addIssue({ code: "custom", message: "must be a cursor from an earlier response" });
        return z.NEVER;
      })
      .optional(),
  });
}

/** A list as JSON, with a `Link` header to the next page unless the list has ended. */
export function cursorResponse(url: URL, items: unknown[], next: unknown): Response {
  if (next === null) return Response.json(items);
  const address = new URL(url);
  address.searchParams.set("cursor", cursorText(next));
  return Response.json(items, { headers: { link: `<${address.href}>; rel="next"` } });
}

/** Encodes a cursor for a URL. */
export function cursorText(cursor: unknown): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
