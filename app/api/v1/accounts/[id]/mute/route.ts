import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { Flag } from "@/lib/text/fields";
import { route } from "@/lib/http/route";
import { mute } from "@/lib/moderation/writes";
import { Relationship } from "@/lib/people/schema";

/** Ten years are as good as no end, and keep times within what a date can hold. */
const LONGEST = 10 * 365 * 24 * 60 * 60;

const Mute = z.object({
  notifications: Flag.default(true),
  duration: z.coerce.number().int().min(0).max(LONGEST).default(0),
});

export const POST = route(
  {
    summary: "Mute somebody, for good or for some seconds",
    auth: "user",
    scope: "write:mutes",
    params: IdParam,
    body: Mute,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params, body }) => mute(viewer.id, params.id, body),
);
