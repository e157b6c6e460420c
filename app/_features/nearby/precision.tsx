"use client";

import { nearby } from "@/app/_words/nearby";
import { useId } from "react";
import type { Precision } from "@/lib/nearby/schema";

const SIZES: Precision[] = [2, 5, 10, 25];

interface PrecisionChoiceProps {
  chosen: Precision;
  choose: (precision: Precision) => void;
  disabled?: boolean;
}

/** The choice of how large the shared square is. */
export function PrecisionChoice({ chosen, choose, disabled = false }: PrecisionChoiceProps) {
  const name = useId();
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="mb-1.5 text-label font-bold">{nearby.yourSquare}</legend>
      <div className="flex flex-wrap rounded-[1.375rem] bg-sunken p-0.75">
        {SIZES.map((size) => (
          <label
            key={size}
            className="relative grid min-h-11 flex-1 cursor-pointer place-items-center rounded-pill px-3 text-center text-small font-medium whitespace-nowrap text-ink-2 has-checked:bg-thumb has-checked:font-bold has-checked:text-ink has-checked:shadow-e1 has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              checked={chosen === size}
              onChange={() => choose(size)}
              className="absolute inset-0 m-0 size-full cursor-pointer opacity-0"
            />
            {nearby.size(size)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
