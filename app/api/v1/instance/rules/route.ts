import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "The rules of this instance; always empty", auth: "none", answers: z.array(z.never()) },
  async () => [],
);
