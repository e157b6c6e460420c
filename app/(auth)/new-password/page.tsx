import type { Metadata } from "next";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { NewPasswordCard } from "@/app/(auth)/new-password/new-password-card";
import { Pitch } from "@/app/(auth)/pitch";
import { LogoRings } from "@/app/_ui/logo-rings";
import { recovery } from "@/app/_words/recovery";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: recovery.newTitle, robots: { index: false }, referrer: "no-referrer" };

/** Where the link of the mail leads: sets a new password. */
export default function NewPassword() {
  return (
    <>
      <AuthBar other="join" next={paths.home} />
      <div className="hidden desk:block">
        <Pitch />
      </div>
      <div className="hidden desk:block">
        <LogoRings />
      </div>
      <NewPasswordCard />
    </>
  );
}
