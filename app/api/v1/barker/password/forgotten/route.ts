import { z } from "zod";
import { Forgotten } from "@/lib/account/recovery/schema";
import { sendResetLink } from "@/lib/account/recovery/writes";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Send a link to a new password, if somebody has this handle or e-mail address; the answer does not say so",
    auth: "none",
    body: Forgotten,
    answers: z.object({}),
    limit: "password",
    limitBy: "address",
  },
  async ({ body }) => {
    await sendResetLink(body.login);
    return {};
  },
);
