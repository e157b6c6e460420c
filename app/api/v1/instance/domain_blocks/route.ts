import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "Servers that are blocked: there are no others", auth: "none", answers: z.array(z.never()) },
  async () => [],
);
