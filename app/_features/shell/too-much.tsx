import { Hourglass } from "lucide-react";
import { RevalidatePage } from "@/app/_features/shell/revalidate-page";
import { BackBar } from "@/app/_ui/top-bar";
import { shell as words } from "@/app/_words/shell";

/** Shown when a person exceeds the rate limit for pages: when it will be available again, which happens by itself. */
export function TooMuch({ title, seconds }: { title: string; seconds: number }) {
  return (
    <>
      <BackBar title={title} />
      <RevalidatePage every={seconds * 1_000} />
      <div role="status" className="grid justify-items-center gap-2 px-6 py-16 text-center">
        <Hourglass className="size-8 text-ink-3" aria-hidden="true" />
        <h2 className="text-heading leading-6 font-bold">{words.tooMuch.title}</h2>
        <p className="max-w-80 text-label text-balance text-ink-2">{words.tooMuch.back(seconds)}</p>
      </div>
    </>
  );
}
