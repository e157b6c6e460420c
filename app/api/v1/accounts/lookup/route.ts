import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { isOwnHost } from "@/lib/http/origin";
import { route } from "@/lib/http/route";
import { findVisiblePersonByHandle } from "@/lib/people/reads";
import { Account } from "@/lib/people/schema";

const Lookup = z.object({ acct: z.string().max(300) });

export const GET = route(
  {
    summary: "A person's account by handle",
    auth: "optional",
    scope: "read:accounts",
    query: Lookup,
    answers: Account,
  },
  async ({ viewer, query }) => {
    const [handle = "", host] = query.acct.replace(/^@/, "").split("@");
    const account =
      host === undefined || isOwnHost(host) ? await findVisiblePersonByHandle(viewer?.id ?? null, handle) : null;
    if (!account) throw new ApiError("not_found");
    return account;
  },
);
