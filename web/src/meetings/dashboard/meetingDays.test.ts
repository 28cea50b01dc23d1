import { expect, test } from 'vitest';
import { dayOf, meetingDays } from './meetingDays.ts';

test('the calendar tells what was met, planned and missed, and nothing of what was cancelled', () => {
  const startsAt = '2026-11-22T12:00:00.000Z';
  const day = dayOf(startsAt);
  const met = (state: 'ENDED' | 'SCHEDULED' | 'NO_SHOW' | 'CANCELLED', objective = '') => ({
    state,
    startsAt,
    objective,
  });
  const days = meetingDays([
    met('ENDED', 'Plan the talk'),
    met('SCHEDULED'),
    met('NO_SHOW'),
    met('CANCELLED'),
  ]);
  expect(days).toEqual([
    { day, kind: 'done', label: 'Plan the talk' },
    { day, kind: 'planned', label: 'A meeting' },
    { day, kind: 'missed', label: 'A meeting' },
  ]);
});
