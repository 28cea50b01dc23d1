import { describe, expect, test, vi } from 'vitest';

vi.stubGlobal('navigator', { languages: ['en-US'] });
const { localeOf } = await import('./locale.ts');
const time = await import('./time.ts');
const { calendarDay, clocksDiffer, clockTime, countdown, duration, fromNow, shortDay, zoneName } = time;

const at = '2026-11-24T13:30:00Z';

describe('two clocks', () => {
  test('the same moment is read on each side’s own clock', () => {
    expect(clockTime(at, 'Europe/Berlin')).toMatch(/^2:30\s?PM$/);
    expect(clockTime(at, 'Asia/Kolkata')).toMatch(/^7:00\s?PM$/);
  });

  test('they differ by what they show, not by what their zones are called', () => {
    expect(clocksDiffer(at, 'Europe/Berlin', 'Asia/Kolkata')).toBe(true);
    expect(clocksDiffer(at, 'Europe/Berlin', 'Europe/Paris')).toBe(false);
    expect(clocksDiffer('2026-07-01T12:00:00Z', 'America/Phoenix', 'America/Los_Angeles')).toBe(false);
    expect(clocksDiffer(at, 'America/Phoenix', 'America/Los_Angeles')).toBe(true);
  });

  test('a full day apart is a difference', () => {
    expect(clocksDiffer(at, 'Pacific/Kiritimati', 'Pacific/Honolulu')).toBe(true);
  });

  test('a zone has a short name', () => {
    expect(zoneName(at, 'Europe/London')).toBe('GMT');
    expect(zoneName(at, 'Asia/Kolkata')).toBe('GMT+5:30');
  });
});

describe('days', () => {
  test('the year is named only when it is another', () => {
    expect(shortDay(at, 'UTC', '2026-01-01T00:00:00Z')).toBe('Tue, Nov 24');
    expect(shortDay(at, 'UTC', '2027-01-01T00:00:00Z')).toBe('Tue, Nov 24, 2026');
  });

  test('a calendar day is the same in every zone', () => {
    expect(calendarDay('2026-11-24', at)).toBe('Tue, Nov 24');
  });
});

describe('from now', () => {
  test.each([
    ['2026-11-24T13:30:20Z', 'now'],
    ['2026-11-24T13:45:00Z', 'in 15 minutes'],
    ['2026-11-24T11:30:00Z', '2 hours ago'],
    ['2026-11-25T13:30:00Z', 'tomorrow'],
    ['2026-11-21T13:30:00Z', '3 days ago'],
    ['2026-12-09T13:30:00Z', 'in 2 weeks'],
  ])('%s is %s', (moment, words) => {
    expect(fromNow(moment, at)).toBe(words);
  });
});

describe('lengths', () => {
  test('a clock counts minutes and seconds', () => {
    expect([0, 5, 65, 725, -65].map(countdown)).toEqual(['0:00', '0:05', '1:05', '12:05', '1:05']);
  });

  test('a meeting’s length is said in hours and minutes', () => {
    expect([20, 60, 90].map(duration)).toEqual(['20 min', '1 hr', '1 hr 30 min']);
  });
});

describe('the language of dates', () => {
  test('is the reader’s own kind of English, or plain', () => {
    expect(localeOf(['de-DE', 'en-IE'])).toBe('en-IE');
    expect(localeOf(['pl', 'de'])).toBe('en-GB');
    expect(localeOf(['en-US@posix', 'en-US'])).toBe('en-US');
  });
});
