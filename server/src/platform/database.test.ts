import { Prisma } from '@belay/prisma/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { createTestDatabase, openTestDatabase, testDatabaseKinds } from './testDatabase.ts';

const id = (n: number) => `01920000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number) => ({ id: id(n), name: `Person ${n}`, email: `person${n}@example.org` });

describe.each(testDatabaseKinds)('the %s database', (kind) => {
  let database: Database;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    await database.pool.query(`
      CREATE TYPE colour AS ENUM ('RED', 'DARK BLUE');
      CREATE TABLE sample (
        id uuid PRIMARY KEY, at timestamptz(3), day date, bytes bytea, json jsonb, words text[], numbers int[],
        colour colour, colours colour[], big bigint, amount numeric(10, 2), ratio float8, yes boolean
      )`);
  });
  afterAll(() => database.close());

  it('gives back every kind of value as it was written', async () => {
    const at = new Date('2026-03-29T01:30:00.123Z');
    const bytes = new Uint8Array([0, 1, 39, 92, 255]);
    const json = { words: ['it’s', '"quoted"', null], nested: { n: 1.5, no: false } };
    await database.prisma.$executeRaw`
      INSERT INTO sample VALUES (
        ${id(1)}::uuid, ${at}, ${at}::date, ${bytes}, ${json}::jsonb, ${['a,b', '{"c"}', '']}, ${[1, -2]}::int[],
        ${'DARK BLUE'}::colour, ${['RED', 'DARK BLUE']}::colour[], ${9007199254740993n}, ${'12.30'}::numeric, ${0.1}, ${true}
      )`;

    const [row] = await database.prisma.$queryRaw<Record<string, unknown>[]>`
      SELECT id, at, day, bytes, json, words, numbers, colour::text, colours::text[], big, amount, ratio, yes FROM sample`;
    expect(row).toEqual({
      id: id(1),
      at,
      day: new Date('2026-03-29T00:00:00Z'),
      bytes,
      json,
      words: ['a,b', '{"c"}', ''],
      numbers: [1, -2],
      colour: 'DARK BLUE',
      colours: ['RED', 'DARK BLUE'],
      big: 9007199254740993n,
      amount: new Prisma.Decimal('12.3'),
      ratio: 0.1,
      yes: true,
    });
  });

  it('keeps moments as they are when the server’s own zone is another', async () => {
    const { config, drop } = await createTestDatabase(kind);
    const first = await openDatabase(config);
    await first.pool.query(`DO $$ BEGIN
      EXECUTE format('ALTER DATABASE %I SET TimeZone = %L', current_database(), 'Asia/Kolkata');
    END $$`);
    await first.close();

    const opened = await openDatabase(config);
    const at = new Date('2026-07-01T12:00:00.005Z');
    await opened.prisma.stream.create({ data: { id: id(2) } });
    const event = { id: id(3), streamId: id(2), seq: 1, type: 'Sample', payload: {}, at };
    await opened.prisma.streamEvent.create({ data: event });
    const { rows } = await opened.pool.query('SELECT at FROM stream_event');
    expect(rows[0].at).toEqual(at);
    expect(await opened.prisma.streamEvent.findFirst()).toMatchObject({ at });
    await opened.close();
    await drop();
  });

  it('names the fields of a broken unique constraint', async () => {
    await database.prisma.person.create({ data: person(10) });
    const twice = database.prisma.person.create({ data: { ...person(11), email: person(10).email } });
    await expect(twice).rejects.toMatchObject({
      code: 'P2002',
      meta: {
        modelName: 'Person',
        driverAdapterError: {
          cause: {
            originalCode: '23505',
            kind: 'UniqueConstraintViolation',
            constraint: { index: 'person_email_key' },
          },
        },
      },
    });
    expect(await database.prisma.person.findUnique({ where: { id: id(11) } })).toBeNull();
  });

  it('tells a broken foreign key from other errors', async () => {
    const at = new Date();
    const orphan = database.prisma.session.create({
      data: { id: id(20), userId: id(21), token: 'orphan', expiresAt: at },
    });
    await expect(orphan).rejects.toMatchObject({ code: 'P2003' });
  });

  it('carries the SQLSTATE of an error in hand-written SQL', async () => {
    await expect(database.prisma.$executeRaw`SELECT 1 / 0`).rejects.toMatchObject({
      code: 'P2010',
      meta: { driverAdapterError: { cause: { originalCode: '22012' } } },
    });
    await expect(database.pool.query('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
  });

  it('undoes the whole transaction when something in it throws', async () => {
    const change = database.prisma.$transaction(async (tx) => {
      await tx.person.create({ data: person(30) });
      throw new Error('changed my mind');
    });
    await expect(change).rejects.toThrow('changed my mind');
    expect(await database.prisma.person.findUnique({ where: { id: id(30) } })).toBeNull();
  });

  it('shows nobody what an open transaction has not committed', async () => {
    const written = Promise.withResolvers<void>();
    const seen: Promise<unknown>[] = [];
    await database.prisma.$transaction(async (tx) => {
      await tx.person.create({ data: person(40) });
      seen.push(database.prisma.person.findUnique({ where: { id: id(40) } }));
      seen.push(database.pool.query('SELECT 1 FROM person WHERE id = $1', [id(40)]));
      written.resolve();
      await tx.person.delete({ where: { id: id(40) } });
    });
    await written.promise;
    expect(await Promise.all(seen)).toEqual([null, expect.objectContaining({ rowCount: 0 })]);
  });

  it('keeps transactions that start at once apart', async () => {
    await database.prisma.stream.create({ data: { id: id(50) } });
    const add = () =>
      database.prisma.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM stream WHERE id = ${id(50)}::uuid FOR UPDATE`;
        const { seq } = await tx.stream.findUniqueOrThrow({ where: { id: id(50) } });
        await tx.stream.update({ where: { id: id(50) }, data: { seq: seq + 1 } });
      });
    await Promise.all(Array.from({ length: 40 }, add));
    expect(await database.prisma.stream.findUnique({ where: { id: id(50) } })).toMatchObject({ seq: 40 });
  });

  it('ends a transaction that takes too long, and goes on', async () => {
    const stuck = database.prisma.$transaction(
      async (tx) => {
        await tx.person.create({ data: person(60) });
        for (;;) await tx.person.count();
      },
      { timeout: 100 },
    );
    await expect(stuck).rejects.toMatchObject({ code: 'P2028' });
    expect(await database.prisma.person.findUnique({ where: { id: id(60) } })).toBeNull();
  });

  it('forgets what a client that was given back with an error left behind', async () => {
    const client = await database.pool.connect();
    await client.query("BEGIN; SET application_name = 'left behind'; CREATE TABLE left_behind (id int)");
    client.release(new Error('lost'));
    const { rows } = await database.pool.query(
      `SELECT to_regclass('left_behind') AS found, current_setting('application_name') AS name`,
    );
    expect(rows[0].found).toBeNull();
    expect(rows[0].name).not.toBe('left behind');
  });

  it('is migrated when it is opened, and may be opened again', async () => {
    const { config, drop } = await createTestDatabase(kind);
    for (const round of [1, 2]) {
      const opened = await openDatabase(config);
      expect(await opened.prisma.person.count(), `round ${round}`).toBe(0);
      await opened.close();
    }
    await drop();
  });
});
