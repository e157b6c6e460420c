import { z } from "zod";
import { isOwnHost } from "@/lib/http/origin";
import { route } from "@/lib/http/route";
import { Account } from "@/lib/people/schema";
import { searchPeople } from "@/lib/search/reads";
import { AccountSearch } from "@/lib/search/schema";

export const GET = route(
  {
    summary: "People by handle or name",
    auth: "user",
    scope: "read",
    query: AccountSearch,
    answers: z.array(Account),
  },
  async ({ viewer, query }) => {
    const [q = "", host] = query.q.trim().replace(/^@/, "").split("@");
    return host === undefined || isOwnHost(host) ? searchPeople(viewer.id, { ...query, q }) : [];
  },
);
