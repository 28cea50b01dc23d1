const address = (name: string) =>
  `${name
    .normalize('NFD')
    .replace(/[^a-z ]/gi, '')
    .trim()
    .replaceAll(' ', '.')
    .toLowerCase()}@example.org`;

/** Where mail to a person of the story would go; each further copy of the cast has addresses of its own. */
export const emailOf = (name: string, copy = 0) =>
  copy === 0 ? address(name) : address(name).replace('@', `.${copy + 1}@`);

/** The two whose meeting is live. */
export const MAIN = { mentor: 'Samuel Okonkwo', mentee: 'Lena Hofmann' };

/**
 * The addresses of the sample people whom anybody may be with one click, in the order of the page: the two in the live
 * meeting, one with two mentors, one with an invitation to answer, and one for whom everything is still empty.
 */
export const demoEmails: readonly string[] = [
  MAIN.mentee,
  MAIN.mentor,
  'Arjun Mehta',
  'Noor Haddad',
  'Theo Marchetti',
].map((name) => emailOf(name));
