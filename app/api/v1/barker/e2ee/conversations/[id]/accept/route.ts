import { route } from "@/lib/http/route";
import { ConversationAnswer, ConversationParam } from "@/lib/messages/schema";
import { answerRequest } from "@/lib/messages/writes";

export const POST = route(
  {
    summary: "Accept a conversation that a stranger began; nobody is told",
    auth: "user",
    scope: "messages",
    params: ConversationParam,
    answers: ConversationAnswer,
    limit: "write",
  },
  async ({ viewer, params }) => ({ conversation: await answerRequest(viewer.id, params.id, "open") }),
);
