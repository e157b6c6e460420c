import { ownAccount } from "@/lib/account/reads";
import { route } from "@/lib/http/route";
import { CredentialAccount } from "@/lib/people/schema";

export const GET = route(
  { summary: "The viewer's own account", auth: "user", scope: "profile", answers: CredentialAccount },
  ({ viewer }) => ownAccount(viewer.id),
);
