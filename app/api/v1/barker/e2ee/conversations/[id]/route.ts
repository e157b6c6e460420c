import { route } from "@/lib/http/route";
import { readConversation } from "@/lib/messages/reads";
import { ConversationAnswer, ConversationChange, ConversationParam } from "@/lib/messages/schema";
import { muteConversation } from "@/lib/messages/writes";

export const GET = route(
  {
    summary: "One of one's encrypted conversations",
    auth: "user",
    scope: "messages",
    params: ConversationParam,
    answers: ConversationAnswer,
  },
  async ({ viewer, params }) => ({ conversation: await readConversation(viewer.id, params.id) }),
);

export const PUT = route(
  {
    summary: "Mute an encrypted conversation, or end that",
    auth: "user",
    scope: "messages",
    params: ConversationParam,
    body: ConversationChange,
    answers: ConversationAnswer,
    limit: "write",
  },
  async ({ viewer, params, body }) => ({
    conversation: await muteConversation(viewer.id, params.id, body.muted),
  }),
);
