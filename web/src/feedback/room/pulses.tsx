import type { PulseKind } from '../../platform/generated/graphql.ts';

/** What each pulse says, in the order of its keys 1–6. */
export const pulseName: Record<PulseKind, string> = {
  HELPFUL: 'Helpful',
  TELL_ME_MORE: 'Tell me more',
  ENCOURAGED: 'Encouraged',
  TOO_FAST: 'Too fast',
  LOST_ME: 'Lost me',
  LETS_MOVE_ON: 'Let’s move on',
};

export const pulseKinds = Object.keys(pulseName) as PulseKind[];

const drawings: Record<PulseKind, string> = {
  HELPFUL: 'm5 12.5 4.5 4.5L19 7.5',
  TELL_ME_MORE: 'M5 6h14v9.5h-7L8 19v-3.5H5zM9 10.8h.01M12 10.8h.01M15 10.8h.01',
  ENCOURAGED:
    'M12 19s-7-4.4-7-9.3A3.6 3.6 0 0 1 8.6 6c1.5 0 2.7.8 3.4 2 .7-1.2 1.9-2 3.4-2A3.6 3.6 0 0 1 19 9.7c0 4.9-7 9.3-7 9.3Z',
  TOO_FAST: 'm5 6 6 6-6 6M13 6l6 6-6 6',
  LOST_ME: 'M4 13c1.5-5 4-5 5.5-1s4 4 5.5 0 3.5-4 5-1',
  LETS_MOVE_ON: 'M5 12h14M13 6l6 6-6 6',
};

interface PulseMarkProps {
  kind: PulseKind;
  size?: number;
}

/** A pulse as a small drawing; its words stand beside it. */
export function PulseMark({ kind, size = 20 }: PulseMarkProps) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size < 18 ? 2.5 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={drawings[kind]} />
    </svg>
  );
}
