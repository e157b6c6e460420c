import { z } from "zod";
import { route } from "@/lib/http/route";
import { toNodeInfoLinks } from "@/lib/instance/view";

const Links = z.object({ links: z.array(z.object({ rel: z.string(), href: z.string() })) });

export const GET = route(
  { summary: "Where the NodeInfo documents of this server are", auth: "none", answers: Links },
  async () => toNodeInfoLinks(),
);
