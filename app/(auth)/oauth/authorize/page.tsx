import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { joinTown } from "@/app/(auth)/join/town";
import { Consent } from "@/app/(auth)/oauth/authorize/consent";
import { SignInCard } from "@/app/(auth)/sign-in-card";
import { authorizing as words } from "@/app/_words/authorizing";
import { twoFactor } from "@/app/_words/two-factor";
import { buttonClass } from "@/app/_ui/button";
import { LogoRings } from "@/app/_ui/logo-rings";
import { isStaff } from "@/lib/auth/rights";
import { evaluateRequest, type AccessRequest, type EvaluatedRequest } from "@/lib/auth/grants";
import { actsAsStaff, scopeWords } from "@/lib/auth/scopes";
import { demoAvailable, getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: words.title, robots: { index: false }, referrer: "no-referrer" };

const FAULTS: Record<(EvaluatedRequest & { ok: false })["reason"], string> = words.faults;
const ASKED = [
  "response_type",
  "client_id",
  "redirect_uri",
  "scope",
  "state",
  "code_challenge",
  "code_challenge_method",
] as const;

interface Search {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The consent page to which an app sends people. */
export default async function Authorize({ searchParams }: Search) {
  const sent = await searchParams;
  const asked: AccessRequest = Object.fromEntries(
    ASKED.flatMap((name) => (typeof sent[name] === "string" ? [[name, sent[name]]] : [])),
  );
  const viewer = await getViewer();
  // Who signs in next may be staff.
  const request = await evaluateRequest(asked, viewer === null || isStaff(viewer));
  if (!request.ok) return <Fault sentence={FAULTS[request.reason]} />;
  const here = `${paths.authorize}?${new URLSearchParams(Object.entries(asked))}`;
  if (!viewer) redirect(paths.signIn(here));
  if (viewer.needsTwoFactor && actsAsStaff(request.scopes, "at all"))
    return <Fault sentence={twoFactor.first} way={{ href: paths.townTwoFactor, label: twoFactor.toTownHall }} />;
  const again = sent["force_login"] === "true" || sent["force_login"] === "1";
  return (
    <>
      <div className="hidden desk:block" />
      <div className="hidden desk:block">
        <LogoRings />
      </div>
      {again ? (
        <SignInCard alone next={here} demo={await demoAvailable()} town={joinTown(await townSettings())} />
      ) : (
        <Consent
          asked={asked}
          app={{ name: request.app.name, website: request.app.website }}
          wishes={request.scopes.map(scopeWords)}
          viewer={viewer}
          here={here}
        />
      )}
    </>
  );
}

const TO_BARKER = { href: paths.landing as string, label: words.toBarker as string };

function Fault({ sentence, way = TO_BARKER }: { sentence: string; way?: typeof TO_BARKER }) {
  return (
    <section className="grid gap-3 rounded-card bg-surface p-5 shadow-e3 tablet:mx-auto tablet:w-full tablet:max-w-100 desk:col-start-2 desk:p-7">
      <h1 className="text-title font-bold tracking-heading">{words.failed}</h1>
      <p className="text-label text-ink-2">{sentence}</p>
      <Link href={way.href} className={buttonClass({ look: "soft" }, "justify-self-start")}>
        {way.label}
      </Link>
    </section>
  );
}
