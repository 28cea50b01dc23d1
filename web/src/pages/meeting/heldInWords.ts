import { calledName } from '../../people/calledName.ts';
import { duration } from '../../ui/time.ts';

interface Held {
  startedAt?: string | null | undefined;
  endedAt?: string | null | undefined;
  endReason?: string | null | undefined;
  endedBy?: { name: string; isViewer: boolean } | null | undefined;
}

/** How long it took and how it ended: `47 min, ended by you`. */
export function heldInWords({ startedAt, endedAt, endReason, endedBy }: Held): string {
  const took = startedAt && endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : 0;
  const length = took < 60_000 ? 'Less than a minute' : duration(Math.round(took / 60_000));
  if (endReason === 'INACTIVITY') return `${length}; it ended by itself when nothing more was done in it`;
  if (!endedBy) return length;
  return `${length}, ended by ${endedBy.isViewer ? 'you' : calledName(endedBy.name)}`;
}
