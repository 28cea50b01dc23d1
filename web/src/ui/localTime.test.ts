import { describe, expect, it } from 'vitest';
import { fromLocalField, toLocalField } from './localTime.ts';

describe('a field for a day and a time', () => {
  it('gives back the minute it was filled with', () => {
    const at = '2027-01-14T17:05:00.000Z';
    expect(fromLocalField(toLocalField(at))).toBe(at);
  });

  it('knows no seconds', () => {
    expect(fromLocalField(toLocalField('2027-01-14T17:05:42.123Z'))).toBe('2027-01-14T17:05:00.000Z');
  });

  it('means nothing while it is not filled in', () => {
    expect(fromLocalField('')).toBeNull();
    expect(fromLocalField('tomorrow')).toBeNull();
  });
});
