import { route } from "@/lib/http/route";
import { replaceGroup } from "@/lib/messages/groups/writes";
import { COMMIT_BODY, ConversationAnswer, ConversationParam, NewGeneration } from "@/lib/messages/schema";

export const POST = route(
  {
    summary: "Replace the group of a conversation by one of the next generation; 409 `generation_taken` after another",
    auth: "user",
    scope: "messages",
    params: ConversationParam,
    body: NewGeneration,
    size: COMMIT_BODY,
    answers: ConversationAnswer,
    limit: "conversation",
  },
  async ({ viewer, params, body }) => ({ conversation: await replaceGroup(viewer.id, params.id, body) }),
);
