import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { readBytes } from "@/lib/http/body";
import { route } from "@/lib/http/route";
import { HexId } from "@/lib/keylog/schema";
import { SEALED_LIMIT } from "@/lib/media/rules";
import { storeSealed } from "@/lib/media/sealed/writes";

export const POST = route(
  {
    summary: "Store an encrypted file of up to 16 MiB for a message",
    auth: "user",
    scope: "messages",
    file: SEALED_LIMIT,
    answers: z.object({ id: HexId }),
    limit: "attachment",
  },
  async ({ viewer, request }) => {
    const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
    if (type !== "application/octet-stream")
      throw new ApiError("unsupported_media_type", { message: "Please send application/octet-stream." });
    return { id: await storeSealed(viewer.id, await readBytes(request, SEALED_LIMIT)) };
  },
);
