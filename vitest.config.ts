import { defineConfig } from 'vitest/config';

/**
 * Once more on PostgreSQL, with Redis when it is named. Browsers see no database, and faults, the model and the house
 * choose theirs themselves.
 */
const onPostgres = [
  {
    extends: true as const,
    test: {
      name: 'server on PostgreSQL',
      root: 'server',
      include: ['src/**/*.test.ts'],
      env: { TEST_ON: 'postgres' },
    },
  },
  {
    extends: true as const,
    test: {
      name: 'test on PostgreSQL',
      root: 'test',
      include: ['**/*.test.ts'],
      exclude: ['{browser,faults,model,house,node_modules}/**'],
      env: { TEST_ON: 'postgres' },
    },
  },
];

/** Unit tests stand beside what they test; `test` holds the black box, the browsers and the faults. */
export default defineConfig({
  // Vite would take graphql's .mjs where Node takes its .js: two copies that do not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    maxWorkers: 2,
    reporters: ['default'],
    // A busy machine must not fail a test: nothing waits for the clock, so only what hangs takes this long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      { extends: true, test: { name: 'prisma', root: 'prisma', include: ['**/*.test.ts'] } },
      { extends: true, test: { name: 'server', root: 'server', include: ['src/**/*.test.ts'] } },
      { extends: true, test: { name: 'web', root: 'web', include: ['src/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'test', root: 'test', include: ['**/*.test.ts'] } },
      ...(process.env.TEST_DATABASE_URL ? onPostgres : []),
    ],
  },
});
