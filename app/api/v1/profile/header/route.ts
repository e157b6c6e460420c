import { dropPicture } from "@/lib/account/profile/writes";
import { route } from "@/lib/http/route";
import { CredentialAccount } from "@/lib/people/schema";

export const DELETE = route(
  {
    summary: "Take one's own header picture away",
    auth: "user",
    scope: "write:accounts",
    answers: CredentialAccount,
    limit: "write",
  },
  ({ viewer }) => dropPicture(viewer.id, "header"),
);
