import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "Blocked servers; always empty", auth: "none", answers: z.array(z.never()) },
  async () => [],
);
