import { sameText } from "@/lib/auth/secrets";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { clientAddress } from "@/lib/http/address";
import { route } from "@/lib/http/route";
import { metrics } from "@/lib/metrics";

const LOCAL = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
/** What proxies add. Some add nothing, so a Barker with a public address tells its figures only for the token. */
const FORWARDED = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

export const GET = route(
  { summary: "Prometheus metrics, for callers on the same machine or with the operator's token", auth: "none" },
  async ({ request }) => {
    if (!mayRead(request.headers)) throw new ApiError("not_found");
    const { registry } = metrics();
    return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
  },
);

function mayRead(headers: Headers): boolean {
  const { BARKER_METRICS_TOKEN: token, BARKER_ORIGIN: origin } = env();
  if (token !== undefined) return sameText(headers.get("authorization") ?? "", `Bearer ${token}`);
  const direct = LOCAL.has(clientAddress(headers)) && !FORWARDED.some((name) => headers.has(name));
  return direct && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(origin).hostname);
}
