import type { MeetingState } from '../../platform/generated/graphql.ts';
import type { CadenceDay } from '../../ui/cadence.ts';

const kinds: Partial<Record<MeetingState, CadenceDay['kind']>> = {
  ENDED: 'done',
  WRAPPING: 'done',
  LIVE: 'done',
  INTERRUPTED: 'done',
  SCHEDULED: 'planned',
  PROPOSED: 'planned',
  NO_SHOW: 'missed',
};

interface Met {
  state: MeetingState;
  startsAt: string;
  objective: string;
}

/** A calendar day where the reader is: `2026-11-22`. */
export const dayOf = (at: string | number): string => new Date(at).toLocaleDateString('sv-SE');

/** What the calendar shows of meetings; those that were cancelled leave no trace in it. */
export function meetingDays(meetings: Met[]): CadenceDay[] {
  return meetings.flatMap(({ state, startsAt, objective }) => {
    const kind = kinds[state];
    return kind ? [{ day: dayOf(startsAt), kind, label: objective || 'A meeting' }] : [];
  });
}
