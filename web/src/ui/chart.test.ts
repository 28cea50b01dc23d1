import { describe, expect, test, vi } from 'vitest';
import { pathOf, placeIn, timesOf } from './chart.ts';

vi.stubGlobal('navigator', { languages: ['en-US'] });
const { weeksOf } = await import('./cadence.ts');

const inset = { top: 10, bottom: 10, left: 10, right: 10 };

describe('a chart', () => {
  test('puts the lowest value at the foot, the highest at the top, the first at the left', () => {
    const place = placeIn({ width: 120, height: 120, inset, range: [1, 5], start: 0, end: 10 });
    expect([place.x(0), place.x(5), place.x(10)]).toEqual([10, 60, 110]);
    expect([place.y(1), place.y(3), place.y(5)]).toEqual([110, 60, 10]);
  });

  test('draws nothing outside its paper', () => {
    const place = placeIn({ width: 120, height: 120, inset, range: [0, 100], start: 0, end: 10 });
    expect([place.y(-5), place.y(140)]).toEqual([110, 10]);
  });

  test('a single point stands in the middle', () => {
    const place = placeIn({ width: 120, height: 120, inset, range: [0, 100], start: 7, end: 7 });
    expect(place.x(7)).toBe(60);
  });

  test('spans all its lines', () => {
    const line = (at: string) => ({ name: at, tone: 'mine' as const, points: [{ at, value: 1 }] });
    const [start, end] = timesOf([line('2026-02-01T00:00:00Z'), line('2026-01-01T00:00:00Z')]);
    expect(end - start).toBe(31 * 86_400_000);
    expect(timesOf([])).toEqual([0, 0]);
  });

  test('is one stroke through its points', () => {
    expect(pathOf([])).toBe('');
    expect(
      pathOf([
        { x: 1, y: 2 },
        { x: 3, y: 4.26 },
      ]),
    ).toBe('M1.0 2.0 L3.0 4.3');
  });
});

describe('a cadence strip', () => {
  const days = [
    { day: '2026-11-02', kind: 'missed' as const, label: 'Nobody came' },
    { day: '2026-11-08', kind: 'done' as const, label: 'Met after all' },
  ];

  test('has whole weeks, Monday first', () => {
    const weeks = weeksOf('2026-11-04', '2026-11-16', []);
    expect(weeks.map(({ start, end }) => [start, end])).toEqual([
      ['2026-11-02', '2026-11-08'],
      ['2026-11-09', '2026-11-15'],
      ['2026-11-16', '2026-11-22'],
    ]);
  });

  test('a week in which they met counts as met', () => {
    const [week] = weeksOf('2026-11-02', '2026-11-08', days);
    expect(week).toMatchObject({ kind: 'done', labels: ['Nobody came', 'Met after all'] });
  });

  test('names a month once, in the week that holds its first day', () => {
    const months = weeksOf('2026-10-01', '2026-12-20', []).map(({ month }) => month);
    expect(months.filter(Boolean)).toEqual(['Oct', 'Nov', 'Dec']);
  });

  test('keeps the newest year', () => {
    expect(weeksOf('2020-01-01', '2026-11-22', [])).toHaveLength(53);
  });
});
