import { z } from "zod";
import { confirmAgain } from "@/lib/account/address/writes";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Send the link again that confirms the e-mail address",
    auth: "user",
    scope: "write:accounts",
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer }) => {
    await confirmAgain(viewer.id);
    return {};
  },
);
