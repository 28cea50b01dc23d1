import type { Principle } from '../platform/generated/graphql.ts';

/** The six principles of a good relationship, in the order in which they are asked and drawn. */
export const principles: { principle: Principle; name: string; sentence: string }[] = [
  { principle: 'RESPECT', name: 'Respect', sentence: 'My time, my work and my limits were taken seriously.' },
  { principle: 'OPENNESS', name: 'Openness', sentence: 'I could say what I really think.' },
  { principle: 'RESPONSIBILITY', name: 'Responsibility', sentence: 'We both did what we had promised.' },
  { principle: 'TRUST', name: 'Trust', sentence: 'What I say here is safe here.' },
  { principle: 'APPRECIATION', name: 'Appreciation', sentence: 'What I did well was seen.' },
  {
    principle: 'MUTUAL_BENEFIT',
    name: 'Mutual benefit',
    sentence: 'Both of us took something away from it.',
  },
];
