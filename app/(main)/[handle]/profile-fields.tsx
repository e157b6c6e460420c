import { LinkedText } from "@/app/_features/bark/bark-text";
import { stripMarkup } from "@/lib/text/strip-markup";
import type { Account } from "@/lib/people/schema";

/** The facts and links of a profile. */
export function Fields({ fields }: { fields: Account["fields"] }) {
  if (fields.length === 0) return null;
  return (
    <dl className="mt-3 divide-y divide-line overflow-hidden rounded-media border border-line text-label">
      {fields.map((field, index) => (
        <div key={index} className="flex flex-wrap gap-x-4 px-3 py-2">
          <dt dir="auto" className="min-w-24 grow basis-24 text-ink-3 wrap-anywhere">
            {stripMarkup(field.name)}
          </dt>
          <dd dir="auto" className="min-w-0 flex-[3_1_10rem] wrap-anywhere">
            <LinkedText text={stripMarkup(field.value)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
