import { profileFaults } from "@/lib/account/profile/rules";
import type { ProfileChange } from "@/lib/account/profile/schema";
import { updateProfile } from "@/lib/account/profile/writes";
import { invalidFields } from "@/lib/errors";
import { storeProfilePicture } from "@/lib/media/writes";
import type { CredentialAccount } from "@/lib/people/schema";

/**
 * Changes a person's profile, with new pictures.
 * @throws ApiError invalid, by field
 */
export async function changeProfile(personId: string, change: ProfileChange): Promise<CredentialAccount> {
  // Validated first, so that no pictures are processed for an invalid request.
  const faults = profileFaults(change);
  if (Object.keys(faults).length > 0) throw invalidFields(faults);
  const keep = async (file: File | undefined, kind: "avatar" | "header") =>
    file && storeProfilePicture(personId, new Uint8Array(await file.arrayBuffer()), kind);
  const [portrait, header] = [await keep(change.avatar, "avatar"), await keep(change.header, "header")];
  return updateProfile(personId, change, { portrait, header });
}
