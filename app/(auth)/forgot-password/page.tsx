import type { Metadata } from "next";
import { CardPage } from "@/app/(auth)/card-page";
import { ForgottenCard } from "@/app/(auth)/forgot-password/forgotten-card";
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
    <CardPage other="join" next={paths.home}>
      <ForgottenCard canSend={canSendMail()} contact={contact} />
    </CardPage>
  );
}
