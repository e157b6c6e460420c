import { updateProfile } from "@/lib/account/profile/writes";
import { ProfileChange } from "@/lib/account/profile/schema";
import { profileFaults } from "@/lib/account/profile/rules";
import { invalidFields } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { FILE_LIMIT } from "@/lib/media/rules";
import { storeProfilePicture } from "@/lib/media/writes";
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
  async ({ viewer, body }) => {
    // Validated first, so that no pictures are processed for an invalid request.
    const faults = profileFaults(body);
    if (Object.keys(faults).length > 0) throw invalidFields(faults);
    const keep = async (file: File | undefined, kind: "avatar" | "header") =>
      file && storeProfilePicture(viewer.id, new Uint8Array(await file.arrayBuffer()), kind);
    const [portrait, header] = [await keep(body.avatar, "avatar"), await keep(body.header, "header")];
    return updateProfile(viewer.id, body, { portrait, header });
  },
);
