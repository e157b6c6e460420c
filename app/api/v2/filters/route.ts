import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "The viewer's filters: none can be made yet", auth: "user", scope: "read", answers: z.array(z.never()) },
  async () => [],
);
