import { cx } from "@/app/_ui/cx";
import { local } from "@/lib/paths";

const SIZES = {
  20: "size-5",
  24: "size-6",
  28: "size-7",
  36: "size-9",
  40: "size-10",
  44: "size-11",
  56: "size-14",
  88: "size-22",
} as const;

interface AvatarProps {
  src: string;
  size?: keyof typeof SIZES;
  /** Not fetched before it is about to be seen: for what phones do not show at all. */
  lazy?: boolean;
  className?: string;
}

/** Somebody's picture: a soft square. It says nothing to screen readers; the name beside it does. */
export function Avatar({ src, size = 44, lazy = false, className }: AvatarProps) {
  return (
    <img
      src={local(src)}
      alt=""
      width={size}
      height={size}
      decoding="async"
      loading={lazy ? "lazy" : undefined}
      className={cx("flex-none rounded-avatar bg-sunken object-cover", SIZES[size], className)}
    />
  );
}
