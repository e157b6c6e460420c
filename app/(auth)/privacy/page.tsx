import type { Metadata } from "next";
import { Reading } from "@/app/(auth)/reading";
import { joining } from "@/app/_words/joining";
import { PRIVACY } from "@/lib/instance/texts";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: joining.privacyTitle, alternates: { canonical: paths.privacy } };

/** What happens with people's data; apps read the same text. */
export default function Privacy() {
  return (
    <Reading title={joining.privacyTitle}>
      {PRIVACY.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Reading>
  );
}
