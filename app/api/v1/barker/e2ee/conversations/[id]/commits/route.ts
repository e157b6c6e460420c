import { route } from "@/lib/http/route";
import { postCommit } from "@/lib/messages/groups/writes";
import { COMMIT_BODY, Committed, ConversationParam, NewCommit } from "@/lib/messages/schema";

export const POST = route(
  {
    summary: "Change the group of a conversation; 409 `epoch_taken` with the commit that was accepted before",
    auth: "user",
    scope: "messages",
    params: ConversationParam,
    body: NewCommit,
    size: COMMIT_BODY,
    answers: Committed,
    limit: "commit",
  },
  ({ viewer, params, body }) => postCommit(viewer.id, params.id, body),
);
