import * as oauthServer from "@/app/.well-known/oauth-authorization-server/route";
import * as announcements from "@/app/api/v1/announcements/route";
import * as apps from "@/app/api/v1/apps/route";
import * as verifyApp from "@/app/api/v1/apps/verify_credentials/route";
import * as ownAccount from "@/app/api/v1/barker/account/route";
import * as accountEmail from "@/app/api/v1/barker/account/email/route";
import * as accountExport from "@/app/api/v1/barker/account/export/route";
import * as accountHandle from "@/app/api/v1/barker/account/handle/route";
import * as accountPassword from "@/app/api/v1/barker/account/password/route";
import * as authorizations from "@/app/api/v1/barker/authorizations/route";
import * as confirmation from "@/app/api/v1/barker/confirmation/route";
import * as confirmationOptions from "@/app/api/v1/barker/confirmation/options/route";
import * as passkeys from "@/app/api/v1/barker/passkeys/route";
import * as passkey from "@/app/api/v1/barker/passkeys/[id]/route";
import * as passkeyOptions from "@/app/api/v1/barker/passkeys/options/route";
import * as passkeySignIn from "@/app/api/v1/barker/passkeys/sign-in/route";
import * as passkeySignInOptions from "@/app/api/v1/barker/passkeys/sign-in/options/route";
import * as sessions from "@/app/api/v1/barker/sessions/route";
import * as session from "@/app/api/v1/barker/sessions/[id]/route";
import * as customEmojis from "@/app/api/v1/custom_emojis/route";
import * as instanceV1 from "@/app/api/v1/instance/route";
import * as instanceBlocks from "@/app/api/v1/instance/domain_blocks/route";
import * as instancePeers from "@/app/api/v1/instance/peers/route";
import * as instanceRules from "@/app/api/v1/instance/rules/route";
import * as preferences from "@/app/api/v1/preferences/route";
import * as instanceV2 from "@/app/api/v2/instance/route";
import * as health from "@/app/health/route";
import * as metrics from "@/app/metrics/route";
import * as revoke from "@/app/oauth/revoke/route";
import * as token from "@/app/oauth/token/route";
import * as ready from "@/app/ready/route";
import type { RouteModule } from "@/app/api/_routes/module";

/** Routes of sign-up, apps, tokens and the instance. */
export const siteRoutes: Record<string, RouteModule> = {
  "/.well-known/oauth-authorization-server": oauthServer,
  "/api/v1/announcements": announcements,
  "/api/v1/apps": apps,
  "/api/v1/apps/verify_credentials": verifyApp,
  "/api/v1/barker/account": ownAccount,
  "/api/v1/barker/account/email": accountEmail,
  "/api/v1/barker/account/export": accountExport,
  "/api/v1/barker/account/handle": accountHandle,
  "/api/v1/barker/account/password": accountPassword,
  "/api/v1/barker/authorizations": authorizations,
  "/api/v1/barker/confirmation": confirmation,
  "/api/v1/barker/confirmation/options": confirmationOptions,
  "/api/v1/barker/passkeys": passkeys,
  "/api/v1/barker/passkeys/[id]": passkey,
  "/api/v1/barker/passkeys/options": passkeyOptions,
  "/api/v1/barker/passkeys/sign-in": passkeySignIn,
  "/api/v1/barker/passkeys/sign-in/options": passkeySignInOptions,
  "/api/v1/barker/sessions": sessions,
  "/api/v1/barker/sessions/[id]": session,
  "/api/v1/custom_emojis": customEmojis,
  "/api/v1/instance": instanceV1,
  "/api/v1/instance/domain_blocks": instanceBlocks,
  "/api/v1/instance/peers": instancePeers,
  "/api/v1/instance/rules": instanceRules,
  "/api/v1/preferences": preferences,
  "/api/v2/instance": instanceV2,
  "/health": health,
  "/metrics": metrics,
  "/oauth/revoke": revoke,
  "/oauth/token": token,
  "/ready": ready,
};
