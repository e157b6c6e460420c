import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { findPerson } from "@/lib/people/reads";
import { CredentialAccount } from "@/lib/people/schema";
import { toCredentialAccount } from "@/lib/people/view";

export const GET = route(
  { summary: "The viewer's own account", auth: "user", scope: "read", answers: CredentialAccount },
  async ({ viewer }) => {
    const person = await findPerson(viewer.id);
    if (!person) throw new ApiError("unauthorized");
    return toCredentialAccount(person);
  },
);
