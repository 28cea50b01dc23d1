import { describe, expect, it } from 'vitest';
import { principles } from '../principles.ts';
import { emptyPart, missingIn, type Part, rated, ratingIn } from './part.ts';

const complete: Part = {
  helped: 'The plan',
  change: 'Start earlier',
  strength: 'Patience',
  ratings: principles.map(({ principle }) => ({ principle, value: 4 })),
};

describe('a part of the exchange', () => {
  it('misses all three answers and six ratings at first', () => {
    expect(missingIn(emptyPart)).toHaveLength(9);
  });

  it('misses nothing once all is there', () => {
    expect(missingIn(complete)).toEqual([]);
  });

  it('does not take spaces for an answer', () => {
    expect(missingIn({ ...complete, change: '  ' })).toEqual(['One thing to change']);
  });

  it('keeps one rating of each principle, the newest', () => {
    const part = rated(rated(emptyPart, 'TRUST', 2), 'TRUST', 5);
    expect(part.ratings).toEqual([{ principle: 'TRUST', value: 5 }]);
    expect(ratingIn(part, 'RESPECT')).toBeNull();
  });
});
