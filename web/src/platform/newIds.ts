import type { OperationResult } from '@urql/core';

/**
 * What was made here and has no answer yet carries an id made of its write's name. Later writes may
 * speak of it; they get the real id once the server has given one.
 */
export function newId(opId: unknown): string {
  return `new:${String(opId)}`;
}

export function isNewId(id: string): boolean {
  return id.startsWith('new:');
}

/**
 * The id the server gave to what a write made. The payload's field is named like the end of the
 * mutation: `addMilestone` answers with `milestone`.
 */
export function madeId({ data }: OperationResult): string | undefined {
  for (const [mutation, payload] of Object.entries<Record<string, { id?: unknown }> | null>(data ?? {})) {
    const made = Object.entries(payload ?? {}).find(
      ([field]) => field !== '__typename' && mutation.toLowerCase().endsWith(field.toLowerCase()),
    );
    if (typeof made?.[1]?.id === 'string') return made[1].id;
  }
  return undefined;
}

/** The same variables, with every id that has become known in its place. */
export function withKnownIds<T>(value: T, known: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return (known.get(value) ?? value) as T;
  if (Array.isArray(value)) return value.map((item) => withKnownIds(item, known)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withKnownIds(item, known)]),
  ) as T;
}
