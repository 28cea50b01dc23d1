/** Every database there is, for tests that start servers of their own and run once for all of them. */
export const databaseKinds: readonly ('embedded' | 'postgres')[] = process.env.TEST_DATABASE_URL
  ? ['embedded', 'postgres']
  : ['embedded'];
