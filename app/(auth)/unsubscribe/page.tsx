import type { Metadata } from "next";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { UnsubscribeCard } from "@/app/(auth)/unsubscribe/unsubscribe-card";
import { Pitch } from "@/app/(auth)/pitch";
import { LogoRings } from "@/app/_ui/logo-rings";
import { mails } from "@/app/_words/mails";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: mails.weekly, robots: { index: false }, referrer: "no-referrer" };

/** Where the link of the weekly mail leads that ends it. */
export default function Unsubscribe() {
  return (
    <>
      <AuthBar other="sign-in" next={paths.home} />
      <div className="hidden desk:block">
        <Pitch />
      </div>
      <div className="hidden desk:block">
        <LogoRings />
      </div>
      <UnsubscribeCard />
    </>
  );
}
