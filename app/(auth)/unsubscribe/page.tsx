import type { Metadata } from "next";
import { CardPage } from "@/app/(auth)/card-page";
import { MailLinkCard } from "@/app/(auth)/mail-link-card";
import { mails } from "@/app/_words/mails";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: mails.weekly, robots: { index: false }, referrer: "no-referrer" };

/** Where the link of the weekly mail leads that ends it. */
export default function Unsubscribe() {
  return (
    <CardPage other="sign-in" next={paths.home}>
      <MailLinkCard kind="unsubscribe" />
    </CardPage>
  );
}
