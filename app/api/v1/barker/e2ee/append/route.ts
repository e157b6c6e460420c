import { fromBase64Url } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { waitForInclusion } from "@/lib/keylog/log/reads";
import { Appended, NewEntry } from "@/lib/keylog/schema";
import { appendEntry } from "@/lib/keylog/writes";

/** How long (ms) an append waits for a checkpoint that includes it. */
const WAIT_MS = 5_000;

export const POST = route(
  {
    summary: "Append an entry to one's own key chain; 202 without a position when no checkpoint includes it within 5 s",
    auth: "user",
    scope: "messages",
    body: NewEntry,
    answers: Appended,
    limit: "keyChain",
  },
  async ({ viewer, body }) => {
    const { accountId, seq } = await appendEntry({
      personId: viewer.id,
      bytes: bytesOf(body.entry),
      deviceName: body.device_name ?? "Device",
    });
    const position = await waitForInclusion(accountId, seq, WAIT_MS);
    return position === null ? Response.json({ seq }, { status: 202 }) : { seq, position };
  },
);

function bytesOf(entry: string): Uint8Array {
  try {
    return fromBase64Url(entry);
  } catch (error) {
    if (error instanceof DecodeError) throw new ApiError("invalid", { reason: "malformed", cause: error });
    throw error;
  }
}
