import { route } from "@/lib/http/route";
import { ConversationParam, MessagePost, Posted } from "@/lib/messages/schema";
import { postMessage } from "@/lib/messages/writes";

export const POST = route(
  {
    summary: "Send an encrypted message; sending the same again is answered as the first time",
    auth: "user",
    scope: "messages",
    params: ConversationParam,
    body: MessagePost,
    answers: Posted,
    limit: "message",
  },
  ({ viewer, params, body }) => postMessage(viewer.id, params.id, body),
);
