import { z } from "zod";
import { EmailDomainBlockInput } from "@/lib/admin/input";
import { emailDomainBlock, emailDomainBlocks } from "@/lib/admin/reads";
import { domainBlockId } from "@/lib/admin/domain-block-id";
import { AdminEmailDomainBlock } from "@/lib/admin/schema";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { blockDomain } from "@/lib/settings/writes";
import { actorOf } from "@/lib/staff/rules";

export const GET = route(
  {
    summary: "E-mail domains with whose addresses nobody can join, in the order of their ids",
    auth: "user",
    scope: "admin:read:email_domain_blocks",
    right: "settings",
    query: PageQuery,
    answers: z.array(AdminEmailDomainBlock),
  },
  async ({ url, query }) => listResponse(url, await emailDomainBlocks(query)),
);

export const POST = route(
  {
    summary: "Block an e-mail domain and its subdomains: nobody joins with their addresses any more",
    auth: "user",
    scope: "admin:write:email_domain_blocks",
    right: "settings",
    body: EmailDomainBlockInput,
    answers: AdminEmailDomainBlock,
    limit: "write",
  },
  async ({ viewer, body: { domain } }) => {
    await blockDomain(actorOf(viewer), domain);
    return emailDomainBlock(domainBlockId(domain));
  },
);
