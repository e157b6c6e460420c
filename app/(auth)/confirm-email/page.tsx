import type { Metadata } from "next";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { ConfirmCard } from "@/app/(auth)/confirm-email/confirm-card";
import { Pitch } from "@/app/(auth)/pitch";
import { LogoRings } from "@/app/_ui/logo-rings";
import { mails } from "@/app/_words/mails";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: mails.confirmTitle, robots: { index: false }, referrer: "no-referrer" };

/** Where the link of a mail leads that confirms an address. */
export default function ConfirmEmail() {
  return (
    <>
      <AuthBar other="sign-in" next={paths.home} />
      <div className="hidden desk:block">
        <Pitch />
      </div>
      <div className="hidden desk:block">
        <LogoRings />
      </div>
      <ConfirmCard />
    </>
  );
}
