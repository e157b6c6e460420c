import { z } from "zod";
import { PasswordChange } from "@/lib/account/schema";
import { changePassword } from "@/lib/account/writes";
import { Passkey } from "@/lib/auth/passkeys/schema";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary:
      "Change one's password: ends all other sessions and apps' access, and returns the passkeys that still sign in",
    auth: "session",
    body: PasswordChange,
    answers: z.object({ passkeys: z.array(Passkey) }),
    limit: "write",
  },
  async ({ viewer, identity, body }) => {
    const passwords = { current: body.current_password, wanted: body.new_password };
    return { passkeys: await changePassword(requesterOf(viewer, identity), passwords) };
  },
);
