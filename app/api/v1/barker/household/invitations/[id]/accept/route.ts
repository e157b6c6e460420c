import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Household } from "@/lib/household/schema";
import { accept } from "@/lib/household/writes";

export const POST = route(
  {
    summary: "Accept an invitation, by the id of the person who sent it",
    auth: "user",
    scope: "write:location",
    params: IdParam,
    answers: Household,
    limit: "follow",
  },
  ({ viewer, params }) => accept(viewer.id, params.id),
);
