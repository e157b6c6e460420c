import type { Metadata } from "next";
import { CardPage } from "@/app/(auth)/card-page";
import { NewPasswordCard } from "@/app/(auth)/new-password/new-password-card";
import { recovery } from "@/app/_words/recovery";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: recovery.newTitle, robots: { index: false }, referrer: "no-referrer" };

/** Where the link of the mail leads: sets a new password. */
export default function NewPassword() {
  return (
    <CardPage other="join" next={paths.home}>
      <NewPasswordCard />
    </CardPage>
  );
}
