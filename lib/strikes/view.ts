import { toAccount } from "@/lib/people/view";
import { APPEAL_MS, appealFault } from "@/lib/strikes/rules";
import { MEASURES, type AccountWarning, type AppealMatter, type StrikeOf } from "@/lib/strikes/schema";

const time = (at: number) => new Date(at).toISOString();

/** A measure as the person is told of it, without who took it or who reported. @param now Unix ms */
export function toWarning({ strike, person }: Pick<StrikeOf, "strike" | "person">, now: number): AccountWarning {
  const { barkIds, barkTexts, appealText, appealState, appealAt, answer } = strike;
  return {
    id: strike.id,
    action: MEASURES[strike.measure],
    text: strike.text,
    status_ids: barkIds.length > 0 ? barkIds : null,
    target_account: toAccount(person),
    appeal:
      appealState !== null && appealAt !== null
        ? { text: appealText ?? "", state: appealState, answer: answer ?? "", created_at: time(appealAt) }
        : null,
    created_at: time(strike.at),
    barks: barkIds.map((id, index) => ({ id, text: barkTexts[index] ?? "" })),
    lifted_at: strike.liftedAt === null ? null : time(strike.liftedAt),
    appeal_until: appealFault(strike, now) === null ? time(strike.at + APPEAL_MS) : null,
  };
}

/** A measure with its appeal, as staff read it. @param now Unix ms */
export function toMatter({ by, ...strike }: StrikeOf, now: number): AppealMatter {
  return { warning: toWarning(strike, now), by };
}
