import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');

/** A feature imports only from those before it. */
const LINE = [
  'accounts',
  'organizations',
  'people',
  'mentorships',
  'finding',
  'compacts',
  'goals',
  'meetings',
  'feedback',
  'contact',
  'growth',
  'gratitude',
  'community',
  'care',
  'integrations',
  'demo',
];

const place = (folder: string | undefined) => LINE.indexOf(folder ?? '');

/** The files under `folder` with the imports that lead to a neighbouring folder of `src`, such as `goals`. */
function neighbours(folder: string) {
  return globSync('*/**/*.{ts,tsx}', { cwd: join(repository, folder) })
    .filter((file) => !file.includes('generated'))
    .flatMap((file) => {
      const source = readFileSync(join(repository, folder, file), 'utf8');
      return Array.from(source.matchAll(/from '(?:\.\.\/)+(\w+)\//g), ([, to]) => ({
        file,
        from: file.split('/')[0],
        to,
      }));
    });
}

describe.each(['server/src', 'web/src'])('the house of %s', (folder) => {
  it('has features that import only from those before them in the line', () => {
    const backward = neighbours(folder).filter(({ from, to }) => place(from) >= 0 && place(to) > place(from));
    expect(backward).toEqual([]);
  });

  it('has a platform that knows no feature', () => {
    const upward = neighbours(folder).filter(({ from, to }) => from === 'platform' && place(to) >= 0);
    expect(upward).toEqual([]);
  });
});

describe('the server', () => {
  it('reads the environment where it starts, and nowhere else', () => {
    const readers = globSync('**/*.ts', { cwd: join(repository, 'server/src') })
      .filter((file) => !/test/i.test(file))
      .filter((file) => readFileSync(join(repository, 'server/src', file), 'utf8').includes('process.env'));
    expect(readers).toEqual(['main.ts']);
  });
});
