import { TextArea } from "@/app/_ui/text-area";

interface LinesFieldProps {
  label: string;
  help: string;
  fault: string | undefined;
  rows: number;
  value: string;
  change: (value: string) => void;
}

/** A setting that is a list, with one entry on each line: domains or words, which no keyboard should correct. */
export function LinesField({ change, ...field }: LinesFieldProps) {
  return (
    <TextArea {...field} spellCheck={false} autoCapitalize="none" onChange={(event) => change(event.target.value)} />
  );
}
