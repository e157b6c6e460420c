import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "Custom emoji; always empty", auth: "none", answers: z.array(z.never()) },
  async () => [],
);
