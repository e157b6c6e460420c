import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { invalid } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { emojiOf } from "@/lib/reactions/rules";
import { react, unreact } from "@/lib/reactions/writes";

const Params = IdParam.extend({ emoji: z.string().max(200) });
const declaration = {
  auth: "user",
  scope: "write:favourites",
  params: Params,
  answers: Status,
  limit: "react",
} as const;

export const PUT = route({ summary: "React to a bark with an emoji", ...declaration }, ({ viewer, params }) =>
  react(viewer.id, params.id, emojiIn(params.emoji)),
);

export const DELETE = route({ summary: "Remove a reaction", ...declaration }, ({ viewer, params }) =>
  unreact(viewer.id, params.id, emojiIn(params.emoji)),
);

/** @throws ApiError invalid */
function emojiIn(raw: string): string {
  const emoji = emojiOf(raw);
  if (emoji === null) throw invalid("emoji", "ERR_INVALID", "Please choose exactly one emoji.");
  return emoji;
}
