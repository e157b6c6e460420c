import { z } from "zod";
import { route } from "@/lib/http/route";
import { MessageReport, REPORT_BODY } from "@/lib/messages/disclosure/schema";
import { reportMessages } from "@/lib/messages/disclosure/writes";

export const POST = route(
  {
    summary: "Report somebody to the operator, disclosing encrypted messages that are verified to be theirs",
    auth: "user",
    scope: "messages",
    body: MessageReport,
    size: REPORT_BODY,
    answers: z.object({ id: z.string() }),
    limit: "report",
  },
  async ({ viewer, body }) => ({ id: await reportMessages(viewer.id, body) }),
);
