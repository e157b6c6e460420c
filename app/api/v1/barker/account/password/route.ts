import { z } from "zod";
import { PasswordChange } from "@/lib/account/schema";
import { changePassword } from "@/lib/account/writes";
import { doorOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Change one's password; ends all other sessions and apps' access",
    auth: "session",
    body: PasswordChange,
    answers: z.object({}),
    limit: "password",
  },
  async ({ viewer, identity, body }) => {
    await changePassword(viewer.id, { current: body.current_password, wanted: body.new_password }, doorOf(identity));
    return {};
  },
);
