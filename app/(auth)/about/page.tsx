import type { Metadata } from "next";
import Link from "next/link";
import { Reading } from "@/app/(auth)/reading";
import { Prose } from "@/app/_ui/prose";
import { joining } from "@/app/_words/joining";
import { takedown } from "@/app/_words/takedown";
import { fill } from "@/app/_ui/fill";
import { contactAccount } from "@/lib/instance/reads";
import { aboutText, toTitle } from "@/lib/instance/view";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: joining.aboutTitle, alternates: { canonical: paths.about } };
// The operators change this page while Barker runs.
export const dynamic = "force-dynamic";

/** What this town is, who runs it, and what applies here. */
export default async function About() {
  const [settings, contact] = await Promise.all([townSettings(), contactAccount()]);
  const email = settings.contact_email;
  const link = "inline-grid min-h-11 items-center font-bold text-accent-text underline";
  return (
    <Reading title={toTitle(settings).title}>
      <Prose text={aboutText(settings)} />
      {(contact ?? email) && <h2 className="mt-2 text-heading leading-6 font-bold">{joining.runBy}</h2>}
      {contact && (
        <p>
          <Link href={paths.person(contact.acct)} className={link}>
            <bdi dir="ltr">@{contact.acct}</bdi>
          </Link>
        </p>
      )}
      {email !== "" && (
        <p>
          {fill(joining.writeTo, {
            address: (
              <a key="address" href={`mailto:${email}`} className={link}>
                {email}
              </a>
            ),
          })}
        </p>
      )}
      <nav aria-label={joining.whatApplies} className="flex flex-wrap gap-x-5">
        <Link href={paths.rules} className={link}>
          {joining.rulesTitle}
        </Link>
        <Link href={paths.privacy} className={link}>
          {joining.privacyTitle}
        </Link>
        {settings.terms !== "" && (
          <Link href={paths.terms} className={link}>
            {joining.termsTitle}
          </Link>
        )}
        <Link href={paths.takedown} className={link}>
          {takedown.title}
        </Link>
      </nav>
    </Reading>
  );
}
