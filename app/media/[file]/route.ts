import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { fileResponse } from "@/lib/http/file";
import { route } from "@/lib/http/route";
import { readFile } from "@/lib/media/reads";
import { FILE_NAME } from "@/lib/media/rules";

export const GET = route(
  { summary: "The file of a picture", auth: "none", params: z.object({ file: z.string().regex(FILE_NAME) }) },
  async ({ request, params: { file } }) => {
    const bytes = await readFile(file);
    if (!bytes) throw new ApiError("not_found");
    return fileResponse(request, { bytes, type: "image/webp", tag: file.replace(/\.webp$/, "") });
  },
);
