import { describe, expect, it } from 'vitest';
import { createStatementNames } from './statementNames.ts';

describe('names of statements', () => {
  it('are the same for the same text, and never for another', () => {
    const nameOf = createStatementNames();
    const first = nameOf({ sql: 'SELECT $1', args: [1] });
    expect(first).not.toBe('');
    expect(nameOf({ sql: 'SELECT $1', args: [2] })).toBe(first);
    expect(nameOf({ sql: 'SELECT $1, 2', args: [1] })).not.toBe(first);
  });

  it('are given to so many texts and no more, so that a connection keeps a bounded number', () => {
    const nameOf = createStatementNames(2);
    const names = ['a', 'b', 'c', 'a'].map((sql) => nameOf({ sql, args: [1] }));
    expect(names).toEqual([names[0], names[1], '', names[0]]);
  });

  it('are not given to what takes no values: it may be several statements', () => {
    expect(createStatementNames()({ sql: 'SELECT 1; SELECT 2', args: [] })).toBe('');
  });
});
