import { z } from "zod";
import { ownAccount } from "@/lib/account/reads";
import { env } from "@/lib/env";
import { route } from "@/lib/http/route";

const UserInfo = z.object({
  iss: z.string(),
  sub: z.string(),
  name: z.string(),
  preferred_username: z.string(),
  profile: z.string(),
  picture: z.string(),
});

const declaration = {
  summary: "The viewer as OpenID Connect describes people",
  auth: "user",
  scope: "profile",
  answers: UserInfo,
} as const;

export const GET = route(declaration, ({ viewer }) => userInfo(viewer.id));

/** The same; OpenID Connect allows both. */
export const POST = route(declaration, ({ viewer }) => userInfo(viewer.id));

async function userInfo(personId: string): Promise<z.infer<typeof UserInfo>> {
  const { uri, display_name: name, acct, url, avatar } = await ownAccount(personId);
  return { iss: `${env().BARKER_ORIGIN}/`, sub: uri, name, preferred_username: acct, profile: url, picture: avatar };
}
