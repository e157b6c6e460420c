import { TextInput } from "@/app/_ui/field";
import { settings as words } from "@/app/_words/settings";
import type { CredentialAccount } from "@/lib/people/schema";

const FIELDS = [0, 1, 2, 3];

/** Up to four facts or links. Empty ones are not shown. */
export function FieldRows({ fields, fault }: { fields: CredentialAccount["source"]["fields"]; fault?: string }) {
  return (
    <fieldset className="px-4">
      <legend className="mb-1.5 text-small font-bold">{words.profile.fields}</legend>
      <p className="mb-3 text-meta text-ink-3">{words.profile.fieldsHelp}</p>
      <div className="grid gap-4">
        {FIELDS.map((index) => (
          <div key={index} className="flex flex-wrap gap-2">
            <TextInput
              className="min-w-0 grow basis-32"
              label={words.profile.fieldLabel(index + 1)}
              name={`fields_attributes[${index}][name]`}
              defaultValue={fields[index]?.name ?? ""}
            />
            <TextInput
              className="min-w-0 flex-[2_1_10rem]"
              label={words.profile.fieldText(index + 1)}
              name={`fields_attributes[${index}][value]`}
              defaultValue={fields[index]?.value ?? ""}
            />
          </div>
        ))}
      </div>
      {fault && <p className="mt-1.5 text-meta text-danger">{fault}</p>}
    </fieldset>
  );
}
