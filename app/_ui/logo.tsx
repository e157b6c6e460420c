/** The drawn wordmark; its letters follow the text's colour. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 224 62" role="img" aria-label="Barker">
      <g transform="translate(-.2 -4) scale(1.08)">
        <path
          fill="var(--accent)"
          d="M3 12.2c0-2.5 2.9-3.8 4.8-2.2l11.4 9.6c6 .2 11.3 3.3 14.4 8L21 36.5l15.2 5.2C34 49.2 27.1 54.5 19 54.5c-9 0-16-7-16-16z"
        />
        <circle cx="19.5" cy="28.5" r="2.8" fill="var(--on-accent)" />
      </g>
      <g fill="none" stroke="currentColor" strokeWidth="8.6" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="61" cy="37.5" r="12.8" />
        <path d="M73.8 24.7V50.3M89.5 50.3V24.7M89.5 37c0-7.6 4.8-12.3 12-12.3M115.5 50.3V9.5M135.5 24.7 117.5 37.5l18.8 12.8M149.5 38.2h24.6c.4-8.3-4.7-13.5-12.2-13.5S149 30.3 149 37.5c0 7.4 5.2 12.8 12.9 12.8 3.4 0 6.1-.9 8.3-2.5M188 50.3V24.7M188 37c0-7.6 4.8-12.3 12-12.3" />
      </g>
    </svg>
  );
}

/** The dog mid-bark, in one colour. */
export function Dog({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="14 8 39 50" aria-hidden="true">
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M17 13.2c0-2.5 2.9-3.8 4.8-2.2l11.4 9.6c6 .2 11.3 3.3 14.4 8L35 37.5l15.2 5.2C48 50.2 41.1 55.5 33 55.5c-9 0-16-7-16-16zM33.5 26.7a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6z"
      />
    </svg>
  );
}
