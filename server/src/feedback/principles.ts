import type { ExchangeEntry } from '@belay/prisma/client';

/** Six principles of a good mentoring relationship. */
export const PRINCIPLES = [
  'RESPECT',
  'OPENNESS',
  'RESPONSIBILITY',
  'TRUST',
  'APPRECIATION',
  'MUTUAL_BENEFIT',
] as const;

export type Principle = (typeof PRINCIPLES)[number];
export type Rating = { principle: Principle; value: number };

const COLUMNS = {
  RESPECT: 'respect',
  OPENNESS: 'openness',
  RESPONSIBILITY: 'responsibility',
  TRUST: 'trust',
  APPRECIATION: 'appreciation',
  MUTUAL_BENEFIT: 'mutualBenefit',
} as const satisfies Record<Principle, keyof ExchangeEntry>;

type Column = (typeof COLUMNS)[Principle];

/** The columns of an entry that these ratings fill; principles that are left out are left as they are. */
export function toColumns(ratings: readonly Rating[]): Partial<Record<Column, number>> {
  return Object.fromEntries(ratings.map(({ principle, value }) => [COLUMNS[principle], value]));
}

/** The ratings that an entry holds so far. */
export function ratingsOf(entry: Pick<ExchangeEntry, Column>): Rating[] {
  return PRINCIPLES.flatMap((principle) => {
    const value = entry[COLUMNS[principle]];
    return value === null ? [] : [{ principle, value }];
  });
}
