import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/client/client.ts';
import { migrate } from '../migrate.ts';
import { seedSampleStory } from './sampleStory.ts';

const USAGE = 'pnpm seed --database postgres://… [--scale N] [--seed N]';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: process.env.DATABASE_URL },
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});
const scale = Number(values.scale);
const seed = Number(values.seed);
if (!values.database || !Number.isInteger(scale) || scale < 1 || !Number.isInteger(seed)) {
  console.error(
    `${USAGE}\n\nFills an empty PostgreSQL database with N times the sample story (about 390 meetings each).`,
  );
  process.exit(1);
}

const pool = new pg.Pool({ connectionString: values.database, options: '-c TimeZone=UTC' });
await migrate(pool);
const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
if ((await prisma.person.count()) > 0) {
  console.error('There are people in this database already. The sample story wants an empty one.');
  process.exitCode = 1;
} else {
  await seedSampleStory(prisma, { now: new Date(), scale, seed, onCopy: report });
}
await prisma.$disconnect();
await pool.end();

function report(copies: number): void {
  if (copies === scale || copies % 10 === 0) console.log(`${copies} of ${scale}`);
}
