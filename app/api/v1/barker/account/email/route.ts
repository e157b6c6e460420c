import { z } from "zod";
import { EmailChange } from "@/lib/account/schema";
import { changeEmail } from "@/lib/account/writes";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Change one's e-mail address",
    auth: "session",
    body: EmailChange,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, identity, body }) => {
    await changeEmail(requesterOf(viewer, identity), body.email, body.password);
    return {};
  },
);
