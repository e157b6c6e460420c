import type { Metadata } from "next";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { ForgottenCard } from "@/app/(auth)/forgot-password/forgotten-card";
import { Pitch } from "@/app/(auth)/pitch";
import { LogoRings } from "@/app/_ui/logo-rings";
import { recovery } from "@/app/_words/recovery";
import { canSendMail } from "@/lib/mail/writes";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: recovery.title, robots: { index: false } };
// The settings of this town are known when it runs, not when it is built.
export const dynamic = "force-dynamic";

/** Asks for a link to a new password. */
export default async function ForgotPassword() {
  const { contact_email: contact } = await townSettings();
  return (
    <>
      <AuthBar other="join" next={paths.home} />
      <div className="hidden desk:block">
        <Pitch />
      </div>
      <div className="hidden desk:block">
        <LogoRings />
      </div>
      <ForgottenCard canSend={canSendMail()} contact={contact} />
    </>
  );
}
