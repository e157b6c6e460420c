import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { ApiError } from "@/lib/errors";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { IdParam } from "@/lib/http/params";
import { Flag } from "@/lib/text/fields";
import { route } from "@/lib/http/route";
import { findVisiblePerson } from "@/lib/people/reads";
import { topicKey } from "@/lib/text/entities";
import { personPage, pinnedBarks } from "@/lib/timelines/reads";

const flag = Flag.default(false);

/** Mastodon's filters, and `only_replies`, an extension of Barker. */
const Choice = z
  .object({
    exclude_replies: flag,
    only_replies: flag,
    exclude_reblogs: flag,
    only_media: flag,
    pinned: flag,
    tagged: z.string().max(200).default(""),
  })
  .transform(({ exclude_replies, only_replies, exclude_reblogs, only_media, pinned, tagged }) => ({
    pinned,
    choice: {
      replies: only_replies ? ("only" as const) : exclude_replies ? ("none" as const) : ("all" as const),
      rebarks: !exclude_reblogs,
      pictures: only_media,
      topic: topicKey(tagged.replace(/^#/, "")),
    },
  }));

export const GET = route(
  {
    summary: "A person's barks and rebarks, optionally filtered",
    auth: "optional",
    scope: "read:statuses",
    params: IdParam,
    query: PageQuery.and(Choice),
    answers: z.array(Status),
  },
  async ({ viewer, url, params: { id }, query: { pinned, choice, ...page } }) => {
    const reader = viewer?.id ?? null;
    const statuses = pinned ? await pinnedBarks(reader, id) : await personPage(reader, id, page, choice);
    if (statuses.length === 0 && !(await findVisiblePerson(reader, id))) throw new ApiError("not_found");
    return pinned ? Response.json(statuses) : listResponse(url, statuses);
  },
);
