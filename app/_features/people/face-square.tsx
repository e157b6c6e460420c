import { Avatar } from "@/app/_ui/avatar";
import type { Account } from "@/lib/people/schema";

/** Up to four faces in a square, which stand for people together. */
export function FaceSquare({ people }: { people: readonly Pick<Account, "id" | "avatar">[] }) {
  return (
    <span className="grid size-11 flex-none grid-cols-2 content-center justify-items-center gap-0.5 rounded-avatar bg-sunken p-0.5">
      {people.map(({ id, avatar }) => (
        <Avatar key={id} src={avatar} size={20} />
      ))}
    </span>
  );
}
