import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../harness/actor.ts';
import { type Belay, startBelay } from '../harness/belay.ts';
import { type Page, signIn } from '../harness/page.ts';
import { openSocket } from '../harness/socket.ts';
import {
  CREATE,
  followBySse,
  makeToken,
  program,
  REVOKE,
  REVOKE_SESSION,
  refusal,
  SIGN_OUT,
} from './credentials.ts';

describe('a personal token', () => {
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
  const tokens = () => belay.app.services.prisma.personalToken;
  const sessions = () => belay.app.services.prisma.session;

  it('is shown once, kept as a hash, and serves HTTP, WebSocket and SSE', async () => {
    const { secret, token } = await makeToken(page, { name: ' My program ', opId: 'remembered' });
    expect(secret).toMatch(/^belay_pat_[\w-]{43}$/);
    expect(token).toMatchObject({
      name: 'My program',
      hint: secret.slice(0, 14),
      lastUsedAt: null,
      revokedAt: null,
    });
    const everything = await belay.app.database.pool.query(
      'SELECT to_jsonb(t)::text AS row FROM personal_token t UNION ALL SELECT to_jsonb(o)::text FROM operation o ' +
        'UNION ALL SELECT to_jsonb(e)::text FROM stream_event e',
    );
    expect(JSON.stringify(everything.rows)).not.toContain(secret.slice(14));

    const asked = await program(belay, secret).query(
      '{ viewer { email credential { id kind } tokens { id lastUsedAt } } }',
    );
    expect(asked).toMatchObject({
      viewer: { email: ada.email, credential: { id: token.id, kind: 'TOKEN' } },
    });
    const { lastUsedAt } = await tokens().findUniqueOrThrow({ where: { id: token.id } });
    expect(lastUsedAt).not.toBeNull();

    const authorization = `Bearer ${secret}`;
    expect((await socketWith({ authorization })).answer).toBe('connection_ack');
    expect((await socketWith({ authorizationHeader: authorization })).answer).toBe('connection_ack');
    const events = await followBySse(belay, { authorization });
    expect(events.status).toBe(200);
    await page.ask(REVOKE, { input: { tokenId: token.id } });
    await events.ended;
  });

  it('ends at once when it is revoked, and everything that it opened', async () => {
    const { secret, token } = await makeToken(page);
    const authorization = `Bearer ${secret}`;
    const { closed } = await socketWith({ authorization });
    const { closed: other } = await socketWith({ cookie: page.cookie, origin: page.origin });
    const events = await followBySse(belay, { authorization });

    const { data } = await page.ask(REVOKE, { input: { tokenId: token.id } });
    expect(data).toMatchObject({ revokeToken: { token: { id: token.id, revokedAt: expect.any(String) } } });
    expect(await closed).toBe(4401);
    expect(await events.ended).toContain('UNAUTHENTICATED');
    expect((await program(belay, secret).ask('{ viewer { email } }')).errors?.[0]?.extensions?.code).toBe(
      'UNAUTHENTICATED',
    );
    expect((await socketWith({ authorization })).answer).toBe(4401);
    expect((await socketWith({ authorization, cookie: page.cookie, origin: page.origin })).answer).toBe(4401);
    expect(await Promise.race([other, page.ask('{ viewer { email } }')])).toMatchObject({
      data: expect.anything(),
    });

    const again = await page.ask(REVOKE, { input: { tokenId: token.id } });
    expect(again).toEqual({ data });
  });

  it('ends by itself when its days are over', async () => {
    const { secret } = await makeToken(page, { days: 1 });
    const { closed } = await socketWith({ authorization: `Bearer ${secret}` });
    belay.clock.advance(24 * 3600 * 1000);
    expect(await closed).toBe(4401);
    const answer = await program(belay, secret).ask('{ viewer { email } }');
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('is never silently nobody when it is wrong', async () => {
    for (const token of ['belay_pat_wrong', 'nonsense', 'a b']) {
      const { data, errors } = await program(belay, token).ask('{ viewer { email } }');
      expect([data?.viewer ?? null, errors?.[0]?.extensions?.code]).toEqual([null, 'UNAUTHENTICATED']);
    }
  });

  it('makes no tokens, ends no sessions and signs nobody out', async () => {
    const before = [await tokens().count(), await sessions().count()];
    const [session] = await sessions().findMany({ where: { userId: ada.id } });
    expect(await refusal(ada, CREATE, { name: 'More', days: 1 })).toBe('FORBIDDEN');
    expect(await refusal(ada, REVOKE_SESSION, { sessionId: session?.id })).toBe('FORBIDDEN');
    expect(await refusal(ada, SIGN_OUT, {})).toBe('FORBIDDEN');
    expect([await tokens().count(), await sessions().count()]).toEqual(before);
  });

  it('may end itself, and others of its owner', async () => {
    const [{ secret, token }, other] = [await makeToken(page), await makeToken(page)];
    for (const tokenId of [other.token.id, token.id]) {
      const { revokeToken } = await program(belay, secret).query(REVOKE, { input: { tokenId } });
      expect(revokeToken).toMatchObject({ token: { id: tokenId } });
    }
    const kept = await tokens().findMany({ where: { personId: ada.id, revokedAt: null } });
    expect(kept.map(({ name }) => name)).toEqual(['test']);
  });

  it('is nobody else’s to end', async () => {
    const { token } = await makeToken(page);
    const bea = await belay.person();
    for (const tokenId of [token.id, 'nonsense', '01920000-0000-7000-8000-000000000000', '']) {
      expect(await refusal(bea, REVOKE, { tokenId })).toBe('NOT_FOUND');
    }
    expect(await refusal(belay.stranger(), REVOKE, { tokenId: token.id })).toBe('UNAUTHENTICATED');
    expect(await tokens().findUnique({ where: { id: token.id } })).toMatchObject({ revokedAt: null });
    expect(JSON.stringify(await bea.query('{ viewer { tokens { id } sessions { id } } }'))).not.toContain(
      token.id,
    );
    expect((await belay.stranger().ask('{ viewer { email } }')).data).toEqual({ viewer: null });
  });

  it.each([
    ['no name', { name: ' ' }],
    ['a long name', { name: 'x'.repeat(81) }],
    ['no day', { days: 0 }],
    ['too many days', { days: 366 }],
  ])('is not made with %s', async (_what, input) => {
    const before = await tokens().count();
    const { errors } = await page.ask(CREATE, { input: { name: 'A program', days: 30, ...input } });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(await tokens().count()).toBe(before);
  });

  it('is made once for one opId, and told again in the same words', async () => {
    const before = await tokens().count();
    const input = { name: 'Once', days: 3, opId: `once-${ada.id}` };
    const first = await page.ask(CREATE, { input });
    expect(await page.ask(CREATE, { input })).toEqual(first);
    expect(await tokens().count()).toBe(before + 1);
    const { errors } = await page.ask(CREATE, { input: { ...input, days: 4 } });
    expect(errors?.[0]?.extensions?.code).toBe('CONFLICT');
    expect(await tokens().count()).toBe(before + 1);
  });

  it('is one of fifty at most, even when many are asked for at once', async () => {
    const now = belay.clock.now();
    const row = (n: number) => ({
      id: `01920000-0000-7000-8000-${String(n).padStart(12, '0')}`,
      personId: ada.id,
      name: `Token ${n}`,
      hash: `hash ${n}`,
      hint: 'belay_pat_none',
      createdAt: now,
      expiresAt: new Date(now.getTime() + 1e9),
    });
    await tokens().createMany({ data: Array.from({ length: 48 }, (_, n) => row(n + 1)) });
    const made = await Promise.all(
      [1, 2, 3].map(() => page.ask(CREATE, { input: { name: 'One more', days: 1 } })),
    );
    const outcomes = made.map(({ data }) => (data as { createToken: { __typename: string } }).createToken);
    expect(outcomes.filter((it) => it.__typename === 'TooMany')).toEqual(
      Array.from({ length: 2 }, () => ({ __typename: 'TooMany', limit: 50 })),
    );
    expect(await tokens().count({ where: { personId: ada.id } })).toBe(50);
  });
});
