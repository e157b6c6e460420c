import { cx } from "@/app/_ui/cx";
import { local } from "@/lib/paths";

const SIZES = {
  20: "size-5",
  24: "size-6",
  28: "size-7",
  36: "size-9",
  40: "size-10",
  44: "size-11",
  56: "size-[min(3.5rem,20vw)]",
  88: "size-[min(5.5rem,28vw)]",
} as const;

interface AvatarProps {
  src: string;
  size?: keyof typeof SIZES;
  /** Loaded lazily, for pictures that phones do not show at all. */
  lazy?: boolean;
  className?: string;
}

/** A person's picture: a rounded square. Hidden from screen readers, because the name is beside it. */
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
