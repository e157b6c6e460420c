import { route } from "@/lib/http/route";
import { ownAccount } from "@/lib/keylog/reads";
import { OwnKeyAccount } from "@/lib/keylog/schema";

export const GET = route(
  {
    summary: "One's own account of encrypted messages, and its devices",
    auth: "user",
    scope: "messages",
    answers: OwnKeyAccount,
  },
  ({ viewer }) => ownAccount(viewer.id),
);
