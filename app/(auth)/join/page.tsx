import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { JoinCard } from "@/app/(auth)/join/join-card";
import { nextPath } from "@/app/(auth)/next";
import { Pitch } from "@/app/(auth)/pitch";
import { SmallBrand } from "@/app/(auth)/small-brand";
import { LogoRings } from "@/app/_ui/logo-rings";
import { getViewer } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Join" };

interface Search {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The sign-up page. */
export default async function Join({ searchParams }: Search) {
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
      <JoinCard next={next} />
    </>
  );
}
