import { Confirmation, Confirmed } from "@/lib/account/address/schema";
import { confirmAddress } from "@/lib/account/address/writes";
import { route } from "@/lib/http/route";
import { followHost } from "@/lib/people/writes";

export const POST = route(
  {
    summary: "Confirm an e-mail address with the token of a link; whoever waited for nothing else is in then",
    auth: "none",
    body: Confirmation,
    answers: Confirmed,
    limit: "password",
    limitBy: "address",
  },
  async ({ body }) => {
    const { email, personId, entered, hostId } = await confirmAddress(body.token);
    if (hostId !== null) await followHost(personId, hostId);
    return { email, entered };
  },
);
