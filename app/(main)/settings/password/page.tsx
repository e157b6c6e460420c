import { formatDate } from "@/app/_client/format-date";
import type { Metadata } from "next";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { SignInWays } from "@/app/(main)/settings/password/sign-in-ways";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { settings as words } from "@/app/_words/settings";
import { accountFacts } from "@/lib/account/reads";
import { passkeysOf } from "@/lib/auth/passkeys/reads";
import { isStaff } from "@/lib/auth/rights";
import { isTwoFactorDemanded } from "@/lib/auth/two-factor/demand";
import { twoFactorOf } from "@/lib/auth/two-factor/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.pageTitle(words.password.title) };

/** The settings of password and passkeys. */
export default async function PasswordSettings() {
  const viewer = await settingsViewer(paths.passwordSettings);
  const [{ hasPassword, passwordAt }, passkeys, twoFactor] = await Promise.all([
    accountFacts(viewer.id),
    passkeysOf(viewer.id),
    twoFactorOf(viewer.id),
  ]);
  return (
    <SettingsPage title={words.password.title}>
      <SignInWays
        hasPassword={hasPassword}
        changed={changed(passwordAt)}
        passkeys={passkeys}
        twoFactor={twoFactor}
        demanded={isStaff(viewer) && (await isTwoFactorDemanded())}
        handle={viewer.handle}
      />
    </SettingsPage>
  );
}

function changed(at: number | null): string {
  if (at === null) return "";
  const day = formatDate(at, { day: "numeric", month: "long", year: "numeric" });
  return words.password.changedOn(day);
}
