import type { Metadata } from "next";
import { CardPage } from "@/app/(auth)/card-page";
import { MailLinkCard } from "@/app/(auth)/mail-link-card";
import { mails } from "@/app/_words/mails";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: mails.confirmTitle, robots: { index: false }, referrer: "no-referrer" };

/** Where the link of a mail leads that confirms an address. */
export default function ConfirmEmail() {
  return (
    <CardPage other="sign-in" next={paths.home}>
      <MailLinkCard kind="confirm" />
    </CardPage>
  );
}
