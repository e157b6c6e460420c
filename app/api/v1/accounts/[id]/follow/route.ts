import { z } from "zod";
import { LanguageTag } from "@/lib/text/language";
import { IdParam } from "@/lib/http/params";
import { Flag } from "@/lib/text/fields";
import { route } from "@/lib/http/route";
import { Relationship } from "@/lib/people/schema";
import { follow } from "@/lib/people/writes";

const Follow = z.object({
  reblogs: Flag.optional(),
  notify: Flag.optional(),
  languages: z.array(LanguageTag).max(30).nullish(),
});

export const POST = route(
  {
    summary: "Follow a person, or send a follow request when they approve their followers",
    auth: "user",
    scope: "write:follows",
    params: IdParam,
    body: Follow,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params, body: { reblogs: rebarks, notify, languages } }) =>
    follow(viewer.id, params.id, { rebarks, notify, languages: languages ?? undefined }),
);
