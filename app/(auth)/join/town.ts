import { joining } from "@/app/_words/joining";
import { mustConfirm } from "@/lib/account/rules";
import { canSendMail } from "@/lib/mail/writes";
import { closedText } from "@/lib/settings/rules";
import type { TownSettings } from "@/lib/settings/schema";

/** What the form for joining shows of a town. */
export interface JoinTown {
  /** What it calls itself; empty when nobody has named it. */
  name: string;
  /** Whether people ask to join, and somebody decides. */
  byRequest: boolean;
  /** The minimum length of the reason. */
  reasonLength: number;
  /** Whether people are in only when they have confirmed their address. */
  confirmsFirst: boolean;
  /** Whether there is a page with terms of service. */
  hasTerms: boolean;
  /** The rules in short. */
  rules: string;
  /** Why nobody can join by themselves, or null. */
  closed: string | null;
}

export function joinTown(settings: TownSettings): JoinTown {
  return {
    name: settings.name,
    byRequest: settings.registrations === "request",
    reasonLength: settings.reason_length,
    confirmsFirst: mustConfirm(settings, canSendMail()),
    hasTerms: settings.terms !== "",
    rules: settings.rules.map(({ text }) => text).join(" ") || joining.noRules,
    closed: closedText(settings),
  };
}
