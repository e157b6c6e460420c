import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Reading } from "@/app/(auth)/reading";
import { Prose } from "@/app/_ui/prose";
import { joining } from "@/app/_words/joining";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: joining.termsTitle, alternates: { canonical: paths.terms } };
// The operators change this page while Barker runs.
export const dynamic = "force-dynamic";

/** The terms of service of this town, where it has some. */
export default async function Terms() {
  const { terms } = await townSettings();
  if (terms === "") notFound();
  return (
    <Reading title={joining.termsTitle}>
      <Prose text={terms} />
    </Reading>
  );
}
