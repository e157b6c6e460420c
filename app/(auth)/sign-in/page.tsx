import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { nextPath } from "@/app/(auth)/next";
import { Pitch } from "@/app/(auth)/pitch";
import { SmallBrand } from "@/app/(auth)/small-brand";
import { SignInCard } from "@/app/(auth)/sign-in-card";
import { LogoRings } from "@/app/_ui/logo-rings";
import { demoAvailable, getViewer } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

interface Search {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The sign-in page; it leads to the requested page. */
export default async function SignIn({ searchParams }: Search) {
  const next = nextPath((await searchParams)["next"]);
  if (await getViewer()) redirect(next);
  return (
    <>
      <SmallBrand />
      <div className="hidden desk:block">
        <Pitch />
      </div>
      <div className="hidden desk:block">
        <LogoRings />
      </div>
      <SignInCard next={next} demo={await demoAvailable()} />
    </>
  );
}
