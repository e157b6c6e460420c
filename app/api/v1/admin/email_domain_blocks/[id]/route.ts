import { z } from "zod";
import { blockedDomain, emailDomainBlock } from "@/lib/admin/reads";
import { AdminEmailDomainBlock } from "@/lib/admin/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { unblockDomain } from "@/lib/settings/writes";
import { actorOf } from "@/lib/staff/rules";

export const GET = route(
  {
    summary: "One blocked e-mail domain",
    auth: "user",
    scope: "admin:read:email_domain_blocks",
    right: "settings",
    params: IdParam,
    answers: AdminEmailDomainBlock,
  },
  ({ params }) => emailDomainBlock(params.id),
);

export const DELETE = route(
  {
    summary: "Take the addresses of a blocked e-mail domain again",
    auth: "user",
    scope: "admin:write:email_domain_blocks",
    right: "settings",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await unblockDomain(actorOf(viewer), await blockedDomain(params.id));
    return {};
  },
);
