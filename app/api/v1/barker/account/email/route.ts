import { z } from "zod";
import { EmailChange } from "@/lib/account/schema";
import { changeEmail } from "@/lib/account/writes";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Change one's e-mail address",
    auth: "session",
    body: EmailChange,
    answers: z.object({}),
    limit: "password",
  },
  async ({ viewer, body }) => {
    await changeEmail(viewer.id, body.email, body.password);
    return {};
  },
);
