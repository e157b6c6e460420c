import { route } from "@/lib/http/route";
import { PackageClaim, ClaimedPackages } from "@/lib/messages/packages/schema";
import { claimKeyPackages } from "@/lib/messages/packages/writes";

export const POST = route(
  {
    summary: "Take a KeyPackage of each device of an account, to add them to a group",
    auth: "user",
    scope: "messages",
    body: PackageClaim,
    answers: ClaimedPackages,
    limit: "write",
  },
  ({ viewer, body }) => claimKeyPackages(viewer.id, body),
);
