import { route } from "@/lib/http/route";
import { createConversation } from "@/lib/messages/groups/writes";
import { readConversations } from "@/lib/messages/reads";
import { COMMIT_BODY, ConversationAnswer, ConversationList, NewConversation } from "@/lib/messages/schema";

export const GET = route(
  {
    summary: "One's encrypted conversations, newest first",
    auth: "user",
    scope: "messages",
    answers: ConversationList,
  },
  async ({ viewer }) => ({ conversations: await readConversations(viewer.id) }),
);

export const POST = route(
  {
    summary: "Begin an encrypted conversation; the first commit adds the devices of its members",
    auth: "user",
    scope: "messages",
    body: NewConversation,
    size: COMMIT_BODY,
    answers: ConversationAnswer,
    limit: "conversation",
  },
  async ({ viewer, body }) => ({ conversation: await createConversation(viewer.id, body) }),
);
