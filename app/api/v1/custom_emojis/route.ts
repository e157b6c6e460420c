import { z } from "zod";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "Emoji of this Barker's own: none, Unicode has plenty", auth: "none", answers: z.array(z.never()) },
  async () => [],
);
