import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { DemoButton } from "@/app/(auth)/demo-button";
import { joinTown } from "@/app/(auth)/join/town";
import { Pitch, Points } from "@/app/(auth)/pitch";
import { SaidInTown } from "@/app/(auth)/said-in-town";
import { SignInCard } from "@/app/(auth)/sign-in-card";
import { joining, landing } from "@/app/_words/joining";
import { buttonClass } from "@/app/_ui/button";
import { Wordmark } from "@/app/_ui/logo";
import { LogoRings } from "@/app/_ui/logo-rings";
import { demoAvailable, getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { townName, townSettings } from "@/lib/settings/reads";

export async function generateMetadata(): Promise<Metadata> {
  const { description } = await townSettings();
  return {
    title: { absolute: landing.title(await townName()) },
    description: description || landing.lead,
    alternates: { canonical: paths.landing },
  };
}

/** The landing page for signed-out visitors; signed-in people are redirected to Home. */
export default async function Landing() {
  if (await getViewer()) redirect(paths.home);
  const demo = await demoAvailable();
  const settings = await townSettings();
  const town = joinTown(settings);
  return (
    <>
      <div className="grid grid-cols-1 content-center gap-5 text-center desk:hidden">
        <Wordmark className="h-9 max-w-full justify-self-center" />
        <LogoRings />
        <h1 className="text-hero font-black tracking-display wrap-anywhere text-balance">
          {settings.name || landing.heading}
        </h1>
        <p className="text-ink-2 wrap-anywhere text-balance">{settings.description || landing.leadShort}</p>
        {town.closed === null ? (
          <Link href={paths.join} className={buttonClass({ size: "large" })}>
            {town.byRequest ? joining.ask : joining.join(town.name)}
          </Link>
        ) : (
          <p className="wrap-anywhere whitespace-pre-line text-ink-2 text-balance">{town.closed}</p>
        )}
        <Link href={paths.signIn()} className={buttonClass({ look: "outline", size: "large" })}>
          {joining.signIn}
        </Link>
        {demo && <DemoButton next={paths.home} />}
        <Points />
      </div>
      <div className="hidden desk:contents">
        <Pitch as="h1" town={settings} />
        <LogoRings />
        <SignInCard next={paths.home} demo={demo} town={town} />
      </div>
      <SaidInTown />
    </>
  );
}
