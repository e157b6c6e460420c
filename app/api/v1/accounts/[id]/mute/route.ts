import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { Flag } from "@/lib/text/fields";
import { route } from "@/lib/http/route";
import { mute } from "@/lib/moderation/writes";
import { Relationship } from "@/lib/people/schema";

/** Ten years; longer durations could exceed the range of a date. */
const LONGEST = 10 * 365 * 24 * 60 * 60;

const Mute = z.object({
  notifications: Flag.default(true),
  duration: z.coerce.number().int().min(0).max(LONGEST).default(0),
});

export const POST = route(
  {
    summary: "Mute a person, permanently or for some seconds",
    auth: "user",
    scope: "write:mutes",
    params: IdParam,
    body: Mute,
    answers: Relationship,
    limit: "follow",
  },
  ({ viewer, params, body }) => mute(viewer.id, params.id, body),
);
