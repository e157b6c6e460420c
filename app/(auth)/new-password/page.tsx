import type { Metadata } from "next";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { NewPasswordCard } from "@/app/(auth)/new-password/new-password-card";
import { recovery } from "@/app/_words/recovery";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: recovery.newTitle, robots: { index: false }, referrer: "no-referrer" };

/** Where the link of the mail leads: sets a new password. */
export default function NewPassword() {
  return (
    <>
      <AuthBar other="join" next={paths.home} />
      <NewPasswordCard />
    </>
  );
}
