import { z } from "zod";
import { route } from "@/lib/http/route";

const PREFERENCES = {
  "posting:default:visibility": "public",
  "posting:default:sensitive": false,
  "posting:default:language": null,
  "posting:default:quote_policy": "public",
  "reading:expand:media": "default",
  "reading:expand:spoilers": false,
  "reading:autoplay:gifs": false,
};

export const GET = route(
  { summary: "The viewer's preferences", auth: "user", scope: "read", answers: z.record(z.string(), z.unknown()) },
  async () => PREFERENCES,
);
