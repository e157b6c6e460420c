import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { DemoButton } from "@/app/(auth)/demo-button";
import { Pitch } from "@/app/(auth)/pitch";
import { SignInCard } from "@/app/(auth)/sign-in-card";
import { buttonClass } from "@/app/_ui/button";
import { Wordmark } from "@/app/_ui/logo";
import { LogoRings } from "@/app/_ui/logo-rings";
import { demoAvailable, getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export const metadata: Metadata = {
  title: { absolute: "Barker: the town square in your pocket" },
  alternates: { canonical: paths.landing },
};

/** The landing page for signed-out visitors; signed-in people are redirected to Home. */
export default async function Landing() {
  if (await getViewer()) redirect(paths.home);
  const demo = await demoAvailable();
  return (
    <>
      <div className="grid content-center gap-5 text-center desk:hidden">
        <Wordmark className="h-9 justify-self-center" />
        <LogoRings />
        <h1 className="text-display font-black tracking-display text-balance">The town square in your pocket</h1>
        <p className="text-ink-2 text-balance">
          Bark in 240 characters. Live, in order, and never moved from under your eyes.
        </p>
        <Link href={paths.join} className={buttonClass({ size: "large" })}>
          Join Barker
        </Link>
        <Link href={paths.signIn()} className={buttonClass({ look: "outline", size: "large" })}>
          Sign in
        </Link>
        {demo && <DemoButton next={paths.home} />}
        <Link
          href={paths.town}
          className="grid min-h-11 items-center justify-self-center text-label text-ink-2 underline"
        >
          Read the town without an account
        </Link>
      </div>
      <div className="hidden desk:contents">
        <Pitch />
        <LogoRings />
        <SignInCard next={paths.home} demo={demo} />
      </div>
    </>
  );
}
