import type { Metadata } from "next";
import Link from "next/link";
import { Reading } from "@/app/(auth)/reading";
import { joining } from "@/app/_words/joining";
import { takedown as words } from "@/app/_words/takedown";
import { cx } from "@/app/_ui/cx";
import { fill } from "@/app/_ui/fill";
import { contactAccount } from "@/lib/instance/reads";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";

export const metadata: Metadata = { title: words.title, alternates: { canonical: paths.takedown } };
// The operators change their address while Barker runs.
export const dynamic = "force-dynamic";

/** How somebody, also without an account, asks for something to be taken down. */
export default async function Takedown() {
  const [{ contact_email: email }, contact] = await Promise.all([townSettings(), contactAccount()]);
  const link = "font-bold text-accent-text underline";
  const address = (
    <a key="address" href={`mailto:${email}`} className={link}>
      {email}
    </a>
  );
  const person = contact && (
    <Link key="person" href={paths.person(contact.acct)} className={link}>
      <bdi dir="ltr">@{contact.acct}</bdi>
    </Link>
  );
  return (
    <Reading title={words.title}>
      <p>{words.lead}</p>
      <p>{words.withAccount}</p>
      <ul className="grid list-disc gap-1.5 ps-6">
        {words.needed.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>
        {email !== "" ? fill(words.writeTo, { address }) : person ? fill(words.noAddress, { person }) : words.nobody}
      </p>
      <p>{words.afterwards}</p>
      <p>{words.whom}</p>
      <Link href={paths.privacy} className={cx(link, "grid min-h-11 items-center justify-self-start")}>
        {joining.privacyTitle}
      </Link>
    </Reading>
  );
}
