import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { HexId } from "@/lib/keylog/schema";
import { readSealed } from "@/lib/media/sealed/writes";

export const GET = route(
  {
    summary: "The bytes of an encrypted file, for everybody who knows its id",
    auth: "user",
    scope: "messages",
    params: z.object({ id: HexId }),
  },
  async ({ params }) => {
    const bytes = await readSealed(params.id);
    if (!bytes) throw new ApiError("not_found");
    const headers = {
      "content-type": "application/octet-stream",
      "content-disposition": "attachment",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    };
    return new Response(bytes, { headers });
  },
);
