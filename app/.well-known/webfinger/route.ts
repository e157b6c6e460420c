import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { addressOfResource } from "@/lib/instance/rules";
import { isOwnHost } from "@/lib/http/origin";
import { route } from "@/lib/http/route";
import { toWebFinger } from "@/lib/instance/view";
import { findVisiblePersonByHandle } from "@/lib/people/reads";

const Query = z.object({ resource: z.string().max(300) });

export const GET = route(
  {
    summary: "A person by acct: address or the address of their page (RFC 7033)",
    auth: "none",
    query: Query,
    answers: z.record(z.string(), z.unknown()),
  },
  async ({ query }) => {
    const address = addressOfResource(query.resource);
    const account = address && isOwnHost(address.host) ? await findVisiblePersonByHandle(null, address.handle) : null;
    if (!account) throw new ApiError("not_found");
    return Response.json(toWebFinger(account), { headers: { "content-type": "application/jrd+json; charset=utf-8" } });
  },
);
