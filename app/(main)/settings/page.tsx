import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { KeyboardSetting } from "@/app/(main)/settings/keyboard-setting";
import { Sessions } from "@/app/(main)/settings/sessions";
import { ThemeSetting } from "@/app/(main)/settings/theme-setting";
import { BackBar } from "@/app/_ui/top-bar";
import { THEME_COOKIE, themeOf } from "@/app/_ui/theme";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Settings" };

export default async function Settings() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.settings));
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <>
      <BackBar title="Settings" detail={`@${viewer.handle}`} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 py-6 desk:px-5">
        <ThemeSetting initially={theme} />
        <KeyboardSetting />
        <Sessions />
      </div>
    </>
  );
}
