import { route } from "@/lib/http/route";
import { toRobotsText } from "@/lib/instance/view";

export const GET = route(
  {
    summary: "What crawlers may read: public pages, neither the API nor what is only for the person who signed in",
    auth: "none",
  },
  async () => {
    const headers = { "content-type": "text/plain; charset=utf-8" };
    return new Response(toRobotsText(), { headers });
  },
);
