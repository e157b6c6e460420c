import { route } from "@/lib/http/route";
import { readMessageSettings } from "@/lib/messages/reads";
import { MessageSettings } from "@/lib/messages/schema";
import { chooseWhoMayWrite } from "@/lib/messages/writes";

export const GET = route(
  {
    summary: "Who may write to one without knowing one",
    auth: "user",
    scope: "messages",
    answers: MessageSettings,
  },
  ({ viewer }) => readMessageSettings(viewer.id),
);

export const PUT = route(
  {
    summary: "Set who may write to one without knowing one",
    auth: "user",
    scope: "messages",
    body: MessageSettings,
    answers: MessageSettings,
    limit: "write",
  },
  ({ viewer, body }) => chooseWhoMayWrite(viewer.id, body.who_may_write),
);
