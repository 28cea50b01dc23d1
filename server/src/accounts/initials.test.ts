import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test.each([
  ['Nia Brandt', 'NB'],
  ['Prof. Dr. Amara Osei', 'AO'],
  ['Amara Naa Osei', 'AO'],
  ['Cher', 'C'],
  ['Dr.', 'D'],
  ['ülkü şen', 'ÜŞ'],
])('%s is %s for short', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
