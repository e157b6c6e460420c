import { removeProfilePicture } from "@/lib/account/profile/writes";
import { route } from "@/lib/http/route";
import { CredentialAccount } from "@/lib/people/schema";

export const DELETE = route(
  {
    summary: "Remove one's own header picture",
    auth: "user",
    scope: "write:accounts",
    answers: CredentialAccount,
    limit: "write",
  },
  ({ viewer }) => removeProfilePicture(viewer.id, "header"),
);
