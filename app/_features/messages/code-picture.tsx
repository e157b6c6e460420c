import { encode } from "uqr";

/** Modules left free in the middle for the sign; error correction "Q" restores them. */
const SIGN = 0.19;

interface CodePictureProps {
  code: string;
  label: string;
  /** The dog in the middle. */
  signed?: boolean;
}

/** A QR code, dark on white in both themes, because scanners expect that. */
export function CodePicture({ code, label, signed = false }: CodePictureProps) {
  const { data, size } = encode(code, { ecc: signed ? "Q" : "M", border: 0 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .filter((step) => step !== "")
    .join("");
  return (
    <div className="code-picture relative aspect-square w-full max-w-70 rounded-card border border-line p-4">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges" className="block">
        <path d={path} />
      </svg>
      {signed && (
        <img
          src="/icons/logo.svg"
          alt=""
          style={{ width: `${SIGN * 100}%` }}
          className="code-sign absolute inset-0 m-auto rounded-media"
        />
      )}
    </div>
  );
}
