import { randomUUID } from 'node:crypto';
import { type App, createApp } from '@belay/server/app';
import { MovableClock } from '@belay/server/clock';
import { tellStory } from '@belay/server/story';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@belay/server/testDatabase';
import { Actor } from './actor.ts';
import { freePort } from './port.ts';
import { addMentorship, addPerson, type NewPerson, openProgramme, type Pair } from './story.ts';

export type StartOptions = {
  database?: 'embedded' | 'postgres';
  /** Null for none; the one that the tests were given when left out. */
  redisUrl?: string | null;
  demo?: boolean;
  /** With the sample story in it. */
  story?: boolean;
  production?: boolean;
  /** The name people know the server by; an address when left out. */
  publicHost?: string;
  /** Where the built pages are; TEST_WEB_FOLDER or `web/dist` when left out. */
  webFolder?: string;
  /** Another instance on the database of this one, and by its clock; it is closed before that one. */
  beside?: Belay;
};

/** A real server on a free port, over a database of its own, with a clock that a test can move. */
export type Belay = {
  url: string;
  app: App;
  clock: MovableClock;
  database: TestDatabase;
  /** Does everything that is due by the clock: jobs, mails, meetings that end themselves. */
  settle(): Promise<void>;
  /** Mails that were sent so far, newest first. */
  mails(): Promise<{ to: string; subject: string; text: string }[]>;
  /** Somebody with an account, signed in with a personal token. */
  person(person?: NewPerson): Promise<Actor>;
  /** Nobody: asks without signing in. */
  stranger(): Actor;
  /** A mentor and a mentee with an active mentorship between them. */
  pair(options?: { mentor?: Actor; mentee?: Actor; state?: Pair['state'] }): Promise<Pair>;
  close(): Promise<void>;
};

export async function startBelay(options: StartOptions = {}): Promise<Belay> {
  const { beside } = options;
  const database = beside?.database ?? (await createTestDatabase(options.database));
  const clock = beside?.clock ?? new MovableClock();
  const port = await freePort();
  const app = await createApp(
    {
      port,
      host: '127.0.0.1',
      publicUrl: `http://${options.publicHost ?? '127.0.0.1'}:${port}`,
      database: database.config,
      redisUrl: options.redisUrl === undefined ? testRedisUrl : options.redisUrl,
      // Production refuses to start without a way to mail; nothing listens here.
      smtpUrl: options.production ? 'smtp://127.0.0.1:9' : null,
      trustedProxies: 0,
      authSecret: randomUUID() + randomUUID(),
      demo: options.demo ?? options.story ?? false,
      production: options.production ?? false,
      logLevel: 'fatal',
    },
    { clock, webFolder: options.webFolder ?? process.env.TEST_WEB_FOLDER },
  );
  const { prisma } = app.services;
  if (options.story) await tellStory(app.services);
  const programmeId = await openProgramme(prisma);

  async function person(given: NewPerson = {}): Promise<Actor> {
    const { id, name, email, token } = await addPerson(prisma, clock.now(), given);
    return new Actor({ url: app.url, id, name, email, token });
  }

  return {
    url: app.url,
    app,
    clock,
    database,
    settle: () => app.runDueJobs(),
    mails: async () => (await fetch(`${app.url}/mailbox.json`)).json(),
    person,
    stranger: () => new Actor({ url: app.url, id: '', name: 'nobody', email: '', token: null }),
    async pair({ mentor, mentee, state = 'ACTIVE' } = {}) {
      const sides = { mentor: mentor ?? (await person()), mentee: mentee ?? (await person()) };
      return {
        ...sides,
        state,
        ...(await addMentorship(prisma, clock.now(), { ...sides, programmeId, state })),
      };
    },
    async close() {
      await app.close();
      if (!beside) await database.drop();
    },
  };
}
