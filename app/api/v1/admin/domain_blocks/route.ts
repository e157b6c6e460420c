import { z } from "zod";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Blocked servers: none, because this server is connected with no other",
    auth: "user",
    scope: "admin:read:domain_blocks",
    right: "settings",
    query: PageQuery,
    answers: z.array(z.never()),
  },
  async () => [],
);
