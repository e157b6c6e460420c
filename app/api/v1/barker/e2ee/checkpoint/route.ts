import { checkpointResponse } from "@/lib/http/log-file";
import { route } from "@/lib/http/route";
import { signedHead } from "@/lib/keylog/log/reads";

// The same as /kt/checkpoint, where witnesses and auditors of other logs look for it.
export const GET = route(
  {
    summary:
      "The newest checkpoint of the key log: a signed note with its name, size and root, the log's signature and those " +
      "of its witnesses",
    auth: "none",
  },
  async () => checkpointResponse((await signedHead()).note),
);
