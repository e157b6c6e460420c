import type { Metadata } from "next";
import { Reading } from "@/app/(auth)/reading";
import { Prose } from "@/app/_ui/prose";
import { joining } from "@/app/_words/joining";
import { privacyText } from "@/lib/instance/view";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: joining.privacyTitle, alternates: { canonical: paths.privacy } };
// The operators change this page while Barker runs.
export const dynamic = "force-dynamic";

/** What happens with people's data; apps read the same text. */
export default async function Privacy() {
  return (
    <Reading title={joining.privacyTitle}>
      <Prose text={privacyText(await townSettings())} />
    </Reading>
  );
}
