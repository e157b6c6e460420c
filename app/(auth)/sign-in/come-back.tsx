import { formatDate } from "@/app/_client/format-date";
import { joining as words } from "@/app/_words/joining";
import { Button, buttonClass } from "@/app/_ui/button";
import { paths } from "@/lib/paths";

interface ComeBackProps {
  as: "h1" | "h2";
  /** When the account is deleted. */
  at: number;
  busy: boolean;
  back: () => void;
}

/** Asks a person whose deletion is pending whether to cancel it. */
export function ComeBack({ as: Title, at, busy, back }: ComeBackProps) {
  const day = formatDate(at, { weekday: "long", day: "numeric", month: "long" });
  return (
    <section
      aria-labelledby="come-back"
      className="grid grid-cols-1 gap-4 rounded-card bg-surface p-5 shadow-e3 tablet:mx-auto tablet:w-full tablet:max-w-100 desk:p-7"
    >
      <Title id="come-back" className="text-large leading-8 font-bold tracking-title">
        {words.comeBackTitle}
      </Title>
      <p className="text-label text-ink-2">{words.comeBackLead(day)}</p>
      <Button size="large" disabled={busy} onClick={back}>
        {words.comeBack}
      </Button>
      <a href={paths.landing} className={buttonClass({ look: "soft" })}>
        {words.stayAway}
      </a>
    </section>
  );
}
