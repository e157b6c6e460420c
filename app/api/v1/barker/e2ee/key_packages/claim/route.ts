import { route } from "@/lib/http/route";
import { Claim, Claimed } from "@/lib/messages/packages/schema";
import { claimKeyPackages } from "@/lib/messages/packages/writes";

export const POST = route(
  {
    summary: "Take a KeyPackage of each device of an account, to add them to a group",
    auth: "user",
    scope: "messages",
    body: Claim,
    answers: Claimed,
    limit: "write",
  },
  ({ viewer, body }) => claimKeyPackages(viewer.id, body),
);
