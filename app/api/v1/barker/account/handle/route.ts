import { HandleChange } from "@/lib/account/schema";
import { changeHandle } from "@/lib/account/writes";
import { route } from "@/lib/http/route";
import { CredentialAccount } from "@/lib/people/schema";

export const POST = route(
  {
    summary: "Change one's handle; the old one redirects to the new one for 30 days",
    auth: "session",
    body: HandleChange,
    answers: CredentialAccount,
    limit: "handle",
  },
  ({ viewer, body }) => changeHandle(viewer.id, body.handle),
);
