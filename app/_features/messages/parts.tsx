import { messages as sentences } from "@/app/_words/messages";
import { Check, CircleAlert, ChevronRight, Laptop, Smartphone, Tablet } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import { dateOf } from "@/app/_features/messages/times";
import { CloseButton } from "@/app/_ui/sheet";
import { cx } from "@/app/_ui/cx";
import type { DeviceView, LogState } from "@/lib/messenger/schema";

type Icon = ComponentType<{ className?: string; "aria-hidden"?: "true" }>;

const TILES = {
  calm: "bg-pine-soft text-pine",
  plain: "bg-sunken text-ink-2",
  bad: "bg-danger text-raised",
} as const;

interface HeadProps {
  icon: Icon;
  look?: keyof typeof TILES;
  title: string;
  detail?: ReactNode;
  close: () => void;
}

/** The head of a sheet: a tile with a sign, the title and what it means in one line. */
export function SheetHead({ icon: Sign, look = "calm", title, detail, close }: HeadProps) {
  return (
    <div className="flex items-center gap-3 py-3 ps-4 pe-2">
      <span className={cx("grid size-11 flex-none place-items-center rounded-avatar", TILES[look])}>
        <Sign className="size-5" aria-hidden="true" />
      </span>
      <span className="min-w-0 flex-1">
        <h2 className="text-title font-bold tracking-heading text-balance">
          <bdi>{title}</bdi>
        </h2>
        {detail && <span className="block text-meta text-ink-2">{detail}</span>}
      </span>
      <CloseButton close={close} />
    </div>
  );
}

/** A heading with a card below it, inside a sheet or a page. */
export function Group({ title, face, children }: { title: string; face?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <h3 className="mx-1 mb-1.5 flex items-center gap-2 text-small leading-5 font-bold text-ink-2">
        {face}
        <bdi>{title}</bdi>
      </h3>
      <div className="overflow-hidden rounded-card border border-line bg-surface">{children}</div>
    </section>
  );
}

/** The sign of a kind of device, guessed from its name. */
export function DeviceSign({ name }: { name: string }) {
  const look = "size-5 flex-none text-ink-2";
  if (/ipad|tablet/i.test(name)) return <Tablet className={look} aria-hidden="true" />;
  if (/phone|android|pixel|galaxy/i.test(name)) return <Smartphone className={look} aria-hidden="true" />;
  return <Laptop className={look} aria-hidden="true" />;
}

/** Since when a device belongs to its owner, and who signed it in: "Since 2 August, signed by Phone". */
export function since({ since: at, signedBy }: DeviceView, now: number): string {
  const date = `Since ${dateOf(at, now)}`;
  if (signedBy === "genesis") return date;
  return signedBy === "recovery" ? sentences.addedByWords(date) : sentences.addedSignedBy(date, signedBy);
}

/** A device with its dates, and what can be done with it. */
export function DeviceLine({ device, now, children }: { device: DeviceView; now: number; children?: ReactNode }) {
  return (
    <li className="flex min-h-13 flex-wrap items-center gap-3 border-line px-4 py-1.75 not-first:border-t">
      <DeviceSign name={device.name} />
      <span className="min-w-0 grow basis-36">
        <b className="block text-label wrap-anywhere">
          <bdi>{device.name}</bdi>
          {device.current && <span className="font-normal text-ink-3"> · {sentences.thisOne}</span>}
        </b>
        <span className="block text-meta text-ink-3">{since(device, now)}</span>
      </span>
      {children}
    </li>
  );
}

/** Things that were checked, each with its outcome. */
export function Checks({ of }: { of: { words: string; ok: boolean }[] }) {
  return (
    <ul className="grid gap-1.75 px-4 py-3">
      {of.map(({ words, ok }) => {
        const Sign = ok ? Check : CircleAlert;
        return (
          <li key={words} className="flex gap-2.5 text-small leading-5 text-ink-2">
            <Sign className={cx("size-4.5 flex-none", ok ? "text-pine" : "text-danger")} aria-hidden="true" />
            <span>
              {!ok && <b className="text-danger">{sentences.failedBecause} </b>}
              {words}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** "log #18,204 · 1 witness". */
export function logWords({ size, witnesses }: LogState): string {
  const count = new Intl.NumberFormat("en-GB").format(size);
  return `log #${count} · ${witnesses === 1 ? "1 witness" : `${witnesses} witnesses`}`;
}

/** Numbered steps. */
export function Steps({ of }: { of: ReactNode[] }) {
  return (
    <ol className="grid gap-3">
      {of.map((step, index) => (
        <li key={index} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-3 text-label text-ink-2">
          <span
            aria-hidden="true"
            className="grid size-7 place-items-center rounded-avatar bg-sunken text-small font-bold text-ink"
          >
            {index + 1}
          </span>
          <span className="pt-1">{step}</span>
        </li>
      ))}
    </ol>
  );
}

interface WayProps {
  icon: Icon;
  title: string;
  detail: string;
  act: () => void;
  disabled?: boolean;
}

/** One of several ways on, as a whole row to press. */
export function Way({ icon: Sign, title, detail, act, disabled }: WayProps) {
  return (
    <li className="border-line not-first:border-t">
      <button
        type="button"
        disabled={disabled}
        onClick={act}
        className="flex min-h-15 w-full items-center gap-[min(.875rem,4vw)] px-[min(1rem,5vw)] py-2 text-start -outline-offset-2"
      >
        <Sign className="size-5.5 flex-none text-ink-2" aria-hidden="true" />
        <span className="min-w-0 flex-1">
          <b className="block text-label">{title}</b>
          <span className="block text-meta text-ink-3">{detail}</span>
        </span>
        <ChevronRight className="size-5 flex-none text-ink-3 rtl:-scale-x-100" aria-hidden="true" />
      </button>
    </li>
  );
}
