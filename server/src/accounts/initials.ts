/** Of the first and the last word of a name, titles such as "Dr." apart: "AO" for Dr. Amara Osei. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const called = words.filter((word) => !word.endsWith('.'));
  const [first = '', ...rest] = called.length > 0 ? called : words;
  return [first, rest.at(-1) ?? '']
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
