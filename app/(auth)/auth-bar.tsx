import Link from "next/link";
import { joining } from "@/app/_words/joining";
import { BackButton } from "@/app/_ui/back-button";
import { Wordmark } from "@/app/_ui/logo";
import { paths } from "@/lib/paths";

/** On phones, the top of a form before signing in: the way back, the start page, and the other form. */
export function AuthBar({ other, next }: { other: "join" | "sign-in"; next: string }) {
  return (
    <header className="-mx-4 -mt-8 grid grid-cols-[1fr_auto_1fr] items-center gap-2 px-2 py-1 desk:hidden">
      <BackButton />
      <Link href={paths.landing} aria-label={joining.home} className="grid min-h-11 items-center text-ink">
        <Wordmark className="h-[1.875rem] max-w-[40vw]" />
      </Link>
      <Link
        href={other === "join" ? paths.joinFrom(next) : paths.signIn(next)}
        className="grid min-h-11 items-center justify-self-end px-2 text-end text-label font-bold text-accent-text"
      >
        {other === "join" ? joining.joinShort : joining.signIn}
      </Link>
    </header>
  );
}
