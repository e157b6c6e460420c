import { route } from "@/lib/http/route";
import { publicAccount } from "@/lib/keylog/reads";
import { AccountParam, PublicKeyAccount } from "@/lib/keylog/schema";

export const GET = route(
  {
    summary:
      "Whose an account of encrypted messages is, and what its devices are called; their keys are in the key log, which " +
      "a client must look up and verify",
    auth: "user",
    scope: "messages",
    params: AccountParam,
    answers: PublicKeyAccount,
  },
  ({ viewer, params }) => publicAccount(viewer.id, params.account_id),
);
