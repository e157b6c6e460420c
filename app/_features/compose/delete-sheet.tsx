import { Button } from "@/app/_ui/button";
import { Sheet } from "@/app/_ui/sheet";
import { compose as words } from "@/app/_words/compose";

interface DeleteSheetProps {
  title: string;
  /** An excerpt of what would be deleted; null while nothing is asked. */
  text: string | null;
  close: () => void;
  remove: () => void;
}

/** Asks before something unsent is deleted. */
export function DeleteSheet({ title, text, close, remove }: DeleteSheetProps) {
  return (
    <Sheet open={text !== null} close={close} title={title} low>
      <p dir="auto" className="line-clamp-4 px-4 break-words text-ink-2">
        {text}
      </p>
      <div className="flex flex-wrap justify-end gap-3 px-4 py-5">
        <Button look="soft" data-first onClick={close}>
          {words.keep}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            remove();
            close();
          }}
        >
          {words.discard}
        </Button>
      </div>
    </Sheet>
  );
}
