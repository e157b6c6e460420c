import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { packs as words } from "@/app/_words/packs";
import { PackForm } from "@/app/_features/packs/pack-form";
import { BackBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.make };

/** Makes a starter pack. */
export default async function NewPack() {
  if (!(await getViewer())) redirect(paths.signIn(paths.newPack));
  return (
    <>
      <BackBar title={words.make} />
      <PackForm pack={null} members={[]} />
    </>
  );
}
