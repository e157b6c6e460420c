import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { Ballot, Poll } from "@/lib/polls/schema";
import { vote } from "@/lib/polls/writes";

export const POST = route(
  {
    summary: "Vote in a poll, once",
    auth: "user",
    scope: "write:statuses",
    params: IdParam,
    body: Ballot,
    answers: Poll,
    limit: "react",
  },
  ({ request, viewer, params, body }) =>
    vote(viewer.id, params.id, body.choices, request.headers.get("idempotency-key")),
);
