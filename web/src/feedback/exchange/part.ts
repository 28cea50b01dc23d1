import type { Principle } from '../../platform/generated/graphql.ts';
import { principles } from '../principles.ts';

/** What one side writes. */
export interface Part {
  helped: string;
  change: string;
  strength: string;
  ratings: { principle: Principle; value: number }[];
}

export const emptyPart: Part = { helped: '', change: '', strength: '', ratings: [] };

/** The three things that are asked, in order. */
export const questions = [
  { field: 'helped', title: 'What helped', hint: 'What did the other one do that moved you on?' },
  { field: 'change', title: 'One thing to change', hint: 'What would make the next meeting better?' },
  { field: 'strength', title: 'One strength I saw', hint: 'Name it as you saw it today.' },
] as const;

/** Only what is written, without what the server adds to it. */
export function partOf({ helped, change, strength, ratings }: Part): Part {
  return { helped, change, strength, ratings: ratings.map(({ principle, value }) => ({ principle, value })) };
}

export function ratingIn({ ratings }: Pick<Part, 'ratings'>, principle: Principle): number | null {
  return ratings.find((rating) => rating.principle === principle)?.value ?? null;
}

export function rated(part: Part, principle: Principle, value: number): Part {
  const others = part.ratings.filter((rating) => rating.principle !== principle);
  return { ...part, ratings: [...others, { principle, value }] };
}

/** What is still to be filled in before it can be sealed, in the words of the form. */
export function missingIn(part: Part): string[] {
  return [
    ...questions.filter(({ field }) => part[field].trim() === '').map(({ title }) => title),
    ...principles.filter(({ principle }) => ratingIn(part, principle) === null).map(({ name }) => name),
  ];
}
