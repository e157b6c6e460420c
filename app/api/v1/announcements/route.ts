import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "What the operator announces: nothing", auth: "user", scope: "read", answers: z.array(z.never()) },
  async () => [],
);
