/** The mark: an A as a path upward with one ember point, the next step (identity.md). */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path d="M5 27 16 5l11 22" strokeWidth="4.5" strokeLinecap="round" strokeLinejoin="round" />
      <circle cx="16" cy="21.5" r="3.5" />
    </svg>
  );
}
