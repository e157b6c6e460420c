import { z } from "zod";
import { route } from "@/lib/http/route";
import { Acks } from "@/lib/messages/schema";
import { acknowledge } from "@/lib/messages/writes";

export const POST = route(
  {
    summary: "Acknowledge what a device has stored, up to a number in each conversation",
    auth: "user",
    scope: "messages",
    body: Acks,
    answers: z.object({}),
    limit: "inbox",
  },
  async ({ viewer, body }) => {
    await acknowledge(viewer.id, body);
    return {};
  },
);
