interface RopeDrawingProps {
  /** `loose` when the line is cut: the server is away. */
  kind?: 'held' | 'loose';
}

/** A ridge, and a rope that climbs it. */
export function RopeDrawing({ kind = 'held' }: RopeDrawingProps) {
  return (
    <svg aria-hidden="true" width="220" height="104" viewBox="0 0 220 104" fill="none" strokeLinecap="round">
      <path
        d="M6 98c20-2 32-14 45-27 9-9 17-8 26-17 11-11 16-25 29-30 10-4 16 6 25 4 12-2 16-20 29-20 12 0 16 20 27 31 8 8 15 9 27 10"
        stroke="var(--belay-line)"
        strokeWidth="2.5"
      />
      {kind === 'held' ? (
        <>
          <path
            d="M32 98c14-1 24-8 32-17s9-15 20-20c10-5 10-16 17-24s20-7 29-9 14-8 20-20"
            stroke="var(--belay-accent)"
            strokeWidth="2.5"
          />
          <g fill="var(--belay-card)" stroke="var(--belay-accent)" strokeWidth="2.2">
            <circle cx="64" cy="81" r="4.5" />
            <circle cx="101" cy="37" r="4.5" />
            <circle cx="150" cy="8" r="4.5" fill="var(--belay-accent)" />
          </g>
        </>
      ) : (
        <>
          <path
            d="M32 98c14-1 24-8 32-17s7-13 13-18M101 37c7-8 20-7 29-9s14-8 20-20"
            stroke="var(--belay-accent)"
            strokeWidth="2.5"
          />
          <path
            d="M101 37c-6 7-2 12-8 15"
            stroke="var(--belay-accent)"
            strokeWidth="2.5"
            strokeDasharray="1 5"
          />
          <g fill="var(--belay-card)" stroke="var(--belay-accent)" strokeWidth="2.2">
            <circle cx="64" cy="81" r="4.5" />
            <circle cx="150" cy="8" r="4.5" fill="var(--belay-accent)" />
          </g>
        </>
      )}
    </svg>
  );
}
