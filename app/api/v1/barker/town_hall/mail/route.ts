import { z } from "zod";
import { sendTestMail } from "@/lib/account/address/writes";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Send a mail to one's own address, to see that mails arrive",
    auth: "session",
    right: "settings",
    answers: z.object({ email: z.string() }),
    limit: "forgotten",
  },
  async ({ viewer }) => ({ email: await sendTestMail(viewer.id) }),
);
