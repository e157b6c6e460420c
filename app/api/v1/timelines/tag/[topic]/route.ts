import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { topicKey } from "@/lib/text/entities";
import { Flag, many } from "@/lib/text/fields";
import { topicPage } from "@/lib/timelines/reads";

const Params = z.object({ topic: z.string().max(200) });
const flag = Flag.default(false);

/** The names of further topics, with or without #. */
const Topics = many(z.string().max(200), 10)
  .default([])
  .transform((names) => names.map((name) => topicKey(name.replace(/^#/, ""))).filter(Boolean));

/** Every bark is local, so `remote` returns nothing, and `local` changes nothing. */
const Filters = z.object({ any: Topics, all: Topics, none: Topics, local: flag, remote: flag, only_media: flag });

export const GET = route(
  {
    summary: "Public barks on a topic; also on one of `any`, on each of `all`, and on none of `none`",
    auth: "optional",
    scope: "read:statuses",
    params: Params,
    query: PageQuery.and(Filters),
    answers: z.array(Status),
  },
  async ({ url, viewer, params, query: { remote, only_media: pictures, any: topics, all, none, ...page } }) => {
    const choice = { pictures, topics, all, none };
    const statuses = remote ? [] : await topicPage(viewer?.id ?? null, topicKey(params.topic), page, choice);
    return listResponse(url, statuses);
  },
);
