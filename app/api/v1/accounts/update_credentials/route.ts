import { changeProfile } from "@/app/api/v1/profile/change";
import { ProfileChange } from "@/lib/account/profile/schema";
import { route } from "@/lib/http/route";
import { FILE_LIMIT } from "@/lib/media/rules";
import { CredentialAccount } from "@/lib/people/schema";

export const PATCH = route(
  {
    summary: "Change one's own profile and account settings",
    auth: "user",
    scope: "write:accounts",
    body: ProfileChange,
    file: 2 * FILE_LIMIT,
    answers: CredentialAccount,
    limit: "write",
  },
  ({ viewer, body }) => changeProfile(viewer.id, body),
);
