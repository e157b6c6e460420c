import { z } from "zod";
import { Flag } from "@/lib/text/fields";
import { Status } from "@/lib/barks/schema";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { publicPage } from "@/lib/timelines/reads";

/** Every bark is local, so `remote` returns nothing. */
const Filters = z.object({ remote: Flag.default(false), only_media: Flag.default(false) });

export const GET = route(
  { summary: "Town: all public barks", auth: "optional", scope: "read:statuses", query: PageQuery.and(Filters), answers: z.array(Status) },
  async ({ url, viewer, query }) =>
    listResponse(url, query.remote || query.only_media ? [] : await publicPage(viewer?.id ?? null, query)),
);
