import { describe, expect, it } from 'vitest';
import { heldInWords } from './heldInWords.ts';

const startedAt = '2027-01-14T17:00:00Z';
const endedBy = { name: 'Dr. Amara Osei', isViewer: false };

describe('how a meeting was held', () => {
  it('says how long it took and who ended it', () => {
    const words = heldInWords({
      startedAt,
      endedAt: '2027-01-14T17:47:20Z',
      endReason: 'BY_SOMEONE',
      endedBy,
    });
    expect(words).toMatch(/^47 min.*, ended by Amara$/);
  });

  it('speaks to the one who ended it', () => {
    const mine = { ...endedBy, isViewer: true };
    expect(heldInWords({ startedAt, endedAt: startedAt, endReason: 'BY_SOMEONE', endedBy: mine })).toBe(
      'Less than a minute, ended by you',
    );
  });

  it('says kindly that it ended by itself', () => {
    const words = heldInWords({ startedAt, endedAt: '2027-01-14T18:00:00Z', endReason: 'INACTIVITY' });
    expect(words).toContain('it ended by itself');
  });
});
