import { changeProfile } from "@/app/api/v1/profile/change";
import { ProfileChange } from "@/lib/account/profile/schema";
import { Profile, toProfile } from "@/lib/account/profile/view";
import { ownAccount } from "@/lib/account/reads";
import { route } from "@/lib/http/route";
import { FILE_LIMIT } from "@/lib/media/rules";
import { featuredTags } from "@/lib/topics/reads";

export const GET = route(
  {
    summary: "The viewer's own profile as they wrote it",
    auth: "user",
    scope: "profile",
    answers: Profile,
  },
  async ({ viewer }) => toProfile(await ownAccount(viewer.id), await featuredTags(viewer.id)),
);

export const PATCH = route(
  {
    summary: "Change one's own profile; answers it as it was written",
    auth: "user",
    scope: "write:accounts",
    body: ProfileChange,
    file: 2 * FILE_LIMIT,
    answers: Profile,
    limit: "write",
  },
  async ({ viewer, body }) => toProfile(await changeProfile(viewer.id, body), await featuredTags(viewer.id)),
);
