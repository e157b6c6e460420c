import { Confirmation, Confirmed } from "@/lib/account/address/schema";
import { confirmAddress } from "@/lib/account/address/writes";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Confirm an e-mail address with the token of a link",
    auth: "none",
    body: Confirmation,
    answers: Confirmed,
    limit: "password",
    limitBy: "address",
  },
  async ({ body }) => ({ email: await confirmAddress(body.token) }),
);
