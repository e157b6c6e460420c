import { route } from "@/lib/http/route";
import { ownAccount } from "@/lib/keylog/reads";
import { OwnKeyAccount } from "@/lib/keylog/schema";

export const GET = route(
  {
    summary:
      "One's own account of encrypted messages, and the devices in its key chain; account_id is null and seq is -1 for " +
      "somebody whose devices have not enrolled yet",
    auth: "user",
    scope: "messages",
    answers: OwnKeyAccount,
  },
  ({ viewer }) => ownAccount(viewer.id),
);
