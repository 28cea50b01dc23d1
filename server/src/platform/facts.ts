import type { PrismaClient } from '@belay/prisma/client';
import { Fact } from './errors.ts';

type Row = { id: string };

/** Somebody else wrote in between; how it stands now is read when the fact is told. */
export class Outdated extends Fact {
  readonly typename: string;
  readonly #read: (prisma: PrismaClient) => Promise<Row>;

  /** `typename` is the GraphQL type of the row that `read` brings. */
  constructor(typename: string, read: (prisma: PrismaClient) => Promise<Row>) {
    super('Somebody changed this meanwhile. Here is how it stands now.');
    this.typename = typename;
    this.#read = read;
  }

  async current(prisma: PrismaClient): Promise<Row & { __typename: string }> {
    return { ...(await this.#read(prisma)), __typename: this.typename };
  }
}

/** There are as many of these as one place can hold. */
export class TooMany extends Fact {
  readonly limit: number;
  constructor(limit: number, things: string) {
    super(`There can be at most ${limit} ${things}.`);
    this.limit = limit;
  }
}

/** @throws TooMany when one more would be beyond the limit. */
export async function requireRoom(count: Promise<number>, limit: number, things: string): Promise<void> {
  if ((await count) >= limit) throw new TooMany(limit, things);
}
