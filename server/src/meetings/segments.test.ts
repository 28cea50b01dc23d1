import { describe, expect, it } from 'vitest';
import { layOut } from './segments.ts';

const lengths = Array.from({ length: 476 }, (_, n) => n + 5);
const plans = lengths.flatMap((minutes) =>
  (['FIRST', 'LAST'] as const).flatMap((personalTime) =>
    [[], ['a', 'b']].map((personalDroppedBy) => ({ minutes, personalTime, personalDroppedBy })),
  ),
);

describe('the segments of a meeting', () => {
  it('add up to its length, whatever that is', () => {
    for (const plan of plans) {
      const total = layOut(plan).reduce((sum, { minutes }) => sum + minutes, 0);
      expect({ ...plan, total }).toEqual({ ...plan, total: plan.minutes });
    }
  });

  it('have a minute each wherever there are as many minutes as segments', () => {
    const short = plans.filter((plan) => {
      const parts = layOut(plan);
      return plan.minutes >= parts.length && parts.some(({ minutes }) => minutes < 1);
    });
    expect(short).toEqual([]);
  });

  it('have personal time first or last unless both dropped it', () => {
    for (const plan of plans) {
      const kinds = layOut(plan).map(({ kind }) => kind);
      const expected = plan.personalTime === 'FIRST' ? 0 : kinds.length - 1;
      expect(kinds.indexOf('PERSONAL')).toBe(plan.personalDroppedBy.length === 2 ? -1 : expected);
    }
  });
});
