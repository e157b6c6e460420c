import { z } from "zod";
import { route } from "@/lib/http/route";
import { Account } from "@/lib/people/schema";
import { accountsNamed } from "@/lib/search/reads";
import { AccountSearch } from "@/lib/search/input";

export const GET = route(
  {
    summary: "People by handle, name or bio: first people you follow, then people they follow",
    auth: "user",
    scope: "read:accounts",
    query: AccountSearch,
    answers: z.array(Account),
    limit: "search",
  },
  ({ viewer, query }) => accountsNamed(viewer.id, query),
);
