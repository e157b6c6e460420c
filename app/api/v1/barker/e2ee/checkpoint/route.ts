import { route } from "@/lib/http/route";
import { checkpointResponse } from "@/lib/http/log-file";
import { signedHead } from "@/lib/keylog/log/reads";

export const GET = route({ summary: "The newest checkpoint of the key log, a signed note", auth: "none" }, async () =>
  checkpointResponse((await signedHead()).note),
);
