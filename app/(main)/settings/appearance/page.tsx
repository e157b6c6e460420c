import type { Metadata } from "next";
import { cookies } from "next/headers";
import { KeyboardSetting } from "@/app/(main)/settings/appearance/keyboard-setting";
import { ThemeSetting } from "@/app/(main)/settings/appearance/theme-setting";
import { SettingsPage } from "@/app/(main)/settings/parts";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { THEME_COOKIE, themeOf } from "@/app/_client/theme";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Appearance · Settings" };

/** The settings of appearance and keyboard on this device. */
export default async function AppearanceSettings() {
  await settingsViewer(paths.appearanceSettings);
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <SettingsPage title="Appearance" detail="On this device">
      <div className="rounded-card border border-line bg-surface p-4">
        <ThemeSetting initially={theme} />
      </div>
      <KeyboardSetting />
    </SettingsPage>
  );
}
