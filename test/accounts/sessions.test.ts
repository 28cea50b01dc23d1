import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../harness/actor.ts';
import { type Belay, startBelay } from '../harness/belay.ts';
import { type Page, signIn } from '../harness/page.ts';
import { openSocket } from '../harness/socket.ts';
import { followBySse, makeToken, REVOKE_SESSION, SIGN_OUT } from './credentials.ts';

const SESSIONS = '{ viewer { sessions { id current } } }';

describe('a session', () => {
  let belay: Belay;
  let ada: Actor;
  let page: Page;
  const open: { close(): void }[] = [];

  beforeAll(async () => {
    belay = await startBelay();
  });
  afterAll(() => belay.close());
  beforeEach(async () => {
    ada = await belay.person();
    page = await signIn(belay, ada.email);
  });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.close();
  });

  async function socketWith(options: Parameters<typeof openSocket>[1]) {
    const opened = await openSocket(belay, options);
    open.push(opened.socket);
    return opened;
  }
  const sessions = () => belay.app.services.prisma.session;

  it('is seen by its owner, who can end each, with everything it opened', async () => {
    const phone = await signIn(belay, ada.email);
    const { closed } = await socketWith({ cookie: phone.cookie, origin: phone.origin });
    const events = await followBySse(belay, { cookie: phone.cookie, origin: phone.origin });
    const { data } = await page.ask<{ viewer: { sessions: { id: string; current: boolean }[] } }>(SESSIONS);
    const [newest, oldest] = data?.viewer.sessions ?? [];
    expect([newest?.current, oldest?.current]).toEqual([false, true]);

    const bea = await signIn(belay, (await belay.person()).email);
    const foreign = await bea.ask(REVOKE_SESSION, { input: { sessionId: newest?.id } });
    expect(foreign.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect(await sessions().count({ where: { userId: ada.id } })).toBe(2);

    expect(await page.ask(REVOKE_SESSION, { input: { sessionId: newest?.id } })).toEqual({
      data: { revokeSession: { viewer: { sessions: [{ id: oldest?.id }] } } },
    });
    expect(await closed).toBe(4401);
    expect(await events.ended).toContain('UNAUTHENTICATED');
    expect(await phone.ask('{ viewer { email } }')).toEqual({ data: { viewer: null } });
  });

  it('ends with all the others when its owner signs out everywhere; tokens stay', async () => {
    const phone = await signIn(belay, ada.email);
    const sockets = await Promise.all(
      [page, phone].map(({ cookie, origin }) => socketWith({ cookie, origin })),
    );
    expect(await page.ask(SIGN_OUT, { input: {} })).toEqual({ data: { signOutEverywhere: { ended: 2 } } });
    expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual([4401, 4401]);
    expect(await sessions().count({ where: { userId: ada.id } })).toBe(0);
    expect(await ada.query('{ viewer { email } }')).toEqual({ viewer: { email: ada.email } });
  });

  it('ends its sockets when its page signs out', async () => {
    const { closed } = await socketWith({ cookie: page.cookie, origin: page.origin });
    await page.post('/api/auth/sign-out');
    expect(await closed).toBe(4401);
  });

  it('shows on the owner’s other pages at once', async () => {
    const events = ada.followOwn(
      0,
      '... on CredentialsChanged { viewer { sessions { id } tokens { name } } }',
    );
    expect(await events.next()).toMatchObject({ __typename: 'CredentialsChanged', seq: 1 });
    await makeToken(page, { name: 'Seen', opId: 'not for tokens' });
    const seen = await events.next();
    expect(seen).toMatchObject({ __typename: 'CredentialsChanged', seq: 2 });
    expect(JSON.stringify(seen)).toContain('"Seen"');
    await events.stop();
  });
});
