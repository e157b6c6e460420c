import { z } from "zod";
import { NewPassword } from "@/lib/account/recovery/schema";
import { resetPassword } from "@/lib/account/recovery/writes";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Set a new password with the token of a link, and sign out everywhere",
    auth: "none",
    body: NewPassword,
    answers: z.object({}),
    limit: "password",
    limitBy: "address",
  },
  async ({ body }) => {
    await resetPassword(body.token, body.password);
    return {};
  },
);
