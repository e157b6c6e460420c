import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "Other servers; always empty", auth: "none", answers: z.array(z.never()) },
  async () => [],
);
