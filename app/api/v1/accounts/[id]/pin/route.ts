import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Relationship } from "@/lib/people/schema";
import { endorse } from "@/lib/people/writes";

export const POST = route(
  {
    summary: "Feature a person (the older name of endorse)",
    auth: "user",
    scope: "write:accounts",
    params: IdParam,
    answers: Relationship,
    limit: "write",
  },
  ({ viewer, params }) => endorse(viewer.id, params.id, true),
);
