import { route } from "@/lib/http/route";
import { publicAccount } from "@/lib/keylog/reads";
import { AccountParam, PublicKeyAccount } from "@/lib/keylog/schema";

export const GET = route(
  {
    summary: "Whose an account of encrypted messages is, and its devices; their keys are in the key log",
    auth: "user",
    scope: "messages",
    params: AccountParam,
    answers: PublicKeyAccount,
  },
  ({ viewer, params }) => publicAccount(viewer.id, params.account_id),
);
