import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Pitch } from "@/app/(door)/pitch";
import { SignInCard } from "@/app/(door)/sign-in-card";
import { LogoRings } from "@/app/_ui/logo-rings";
import { getViewer } from "@/lib/auth/session";
import { demoAvailable } from "@/lib/env";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: { absolute: "Barker: the town square in your pocket" }, alternates: { canonical: paths.landing } };

/** The landing page for strangers; whoever is signed in goes Home. */
export default async function Landing() {
  if (await getViewer()) redirect(paths.home);
  return (
    <>
      <Pitch />
      <LogoRings />
      <SignInCard next={paths.home} demo={demoAvailable()} />
    </>
  );
}
