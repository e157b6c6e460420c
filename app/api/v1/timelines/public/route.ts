import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { Flag } from "@/lib/text/fields";
import { publicPage } from "@/lib/timelines/reads";

const flag = Flag.default(false);

/** Every bark is local, so `remote` returns nothing, and `local` changes nothing. */
const Filters = z.object({ local: flag, remote: flag, only_media: flag });

export const GET = route(
  {
    summary: "Town: all public barks",
    auth: "optional",
    scope: "read:statuses",
    query: PageQuery.and(Filters),
    answers: z.array(Status),
  },
  async ({ url, viewer, query: { remote, only_media: pictures, ...page } }) =>
    listResponse(url, remote ? [] : await publicPage(viewer?.id ?? null, page, { pictures })),
);
