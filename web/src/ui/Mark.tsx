/** The sign of the house: a rope that rises by three holds. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" fill="none">
      <path
        d="M6 26c6 0 6-5.5 10-9s4.5-8.5 10-11"
        stroke="var(--belay-accent)"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <g fill="var(--belay-page)" stroke="var(--belay-accent)" strokeWidth="2.2">
        <circle cx="6" cy="26" r="3" />
        <circle cx="16" cy="17" r="3" />
        <circle cx="26" cy="6" r="3" fill="var(--belay-accent)" />
      </g>
    </svg>
  );
}
