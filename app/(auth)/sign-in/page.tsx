import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { joinTown } from "@/app/(auth)/join/town";
import { nextPath } from "@/app/(auth)/next";
import { Pitch } from "@/app/(auth)/pitch";
import { SignInCard } from "@/app/(auth)/sign-in-card";
import { LogoRings } from "@/app/_ui/logo-rings";
import { joining } from "@/app/_words/joining";
import { demoAvailable, getViewer } from "@/lib/auth/session";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: joining.signIn, robots: { index: false } };

interface Search {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The sign-in page; it leads to the requested page. */
export default async function SignIn({ searchParams }: Search) {
  const next = nextPath((await searchParams)["next"]);
  if (await getViewer()) redirect(next);
  return (
    <>
      <AuthBar other="join" next={next} />
      <div className="hidden desk:block">
        <Pitch />
      </div>
      <div className="hidden desk:block">
        <LogoRings />
      </div>
      <SignInCard alone next={next} demo={await demoAvailable()} town={joinTown(await townSettings())} />
    </>
  );
}
