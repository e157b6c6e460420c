import { z } from "zod";
import { route } from "@/lib/http/route";
import { ConversationParam } from "@/lib/messages/schema";
import { leaveConversation } from "@/lib/messages/writes";

export const POST = route(
  {
    summary: "Take a conversation off one's list, after one's devices were removed or after declining it",
    auth: "user",
    scope: "messages",
    params: ConversationParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await leaveConversation(viewer.id, params.id);
    return {};
  },
);
