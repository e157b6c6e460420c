import { z } from "zod";
import { limitOf } from "@/lib/http/params";

/** `limit` and `cursor` of lists that no id orders; a cursor that is none of ours is 422. */
export function CursorQuery<Cursor>(cursor: z.ZodType<Cursor>) {
  return z.object({
    limit: limitOf(20, 40),
    cursor: z
      .string()
      .max(400)
      .transform((text, context): Cursor => {
        const read = cursor.safeParse(decode(text));
        if (read.success) return read.data;
        context.addIssue({ code: "custom", message: "must be a cursor of an earlier answer" });
        return z.NEVER;
      })
      .optional(),
  });
}

/** A list as JSON, with the `Link` header that its next page is found by; without one when the list has ended. */
export function cursorResponse(url: URL, items: unknown[], next: unknown): Response {
  if (next === null) return Response.json(items);
  const address = new URL(url);
  address.searchParams.set("cursor", cursorText(next));
  return Response.json(items, { headers: { link: `<${address.href}>; rel="next"` } });
}

/** A cursor as addresses carry it. */
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
