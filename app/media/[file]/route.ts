import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { fileResponse, unchangedResponse } from "@/lib/http/file";
import { route } from "@/lib/http/route";
import { isVisible, readFile } from "@/lib/media/reads";
import { FILE_NAME } from "@/lib/media/rules";

export const GET = route(
  { summary: "The file of a picture", auth: "none", params: z.object({ file: z.string().regex(FILE_NAME) }) },
  async ({ request, params: { file } }) => {
    if (!(await isVisible(file))) throw new ApiError("not_found");
    const tag = file.replace(/\.webp$/, "");
    const unchanged = unchangedResponse(request, tag);
    if (unchanged) return unchanged;
    const bytes = await readFile(file);
    if (!bytes) throw new ApiError("not_found");
    return fileResponse(request, { bytes, type: "image/webp", tag });
  },
);
