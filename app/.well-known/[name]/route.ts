import { z } from "zod";
import { env } from "@/lib/env";
import { route } from "@/lib/http/route";
import { contactAccount } from "@/lib/instance/reads";
import { toHostMeta, toSecurityText } from "@/lib/instance/view";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

const text = (body: string, type: string) =>
  new Response(body, { headers: { "content-type": `${type}; charset=utf-8` } });

const FILES = {
  /** Where people are looked up by address (RFC 6415). */
  "host-meta": async () => text(toHostMeta(), "application/xrd+xml"),
  /** Where security problems are reported (RFC 9116). */
  "security.txt": async () => {
    const [contact, settings] = await Promise.all([contactAccount(), townSettings()]);
    return text(toSecurityText(contact, settings, Date.now()), "text/plain");
  },
  /** Password managers open this address to change a password. */
  "change-password": async () =>
    new Response(null, { status: 302, headers: { location: env().BARKER_ORIGIN + paths.passwordSettings } }),
};

export const GET = route(
  {
    summary: "Standard files about this server: host-meta, security.txt, change-password",
    auth: "none",
    params: z.object({ name: z.literal(Object.keys(FILES) as (keyof typeof FILES)[]) }),
  },
  async ({ params }) => FILES[params.name](),
);
