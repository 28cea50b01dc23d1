import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, Actor as ActorClass } from '../harness/actor.ts';
import { type Belay, startBelay } from '../harness/belay.ts';
import { type Page, signIn } from '../harness/page.ts';
import { openSocket } from '../harness/socket.ts';

const CREATE = `mutation($input: CreateTokenInput!) { createToken(input: $input) {
  __typename ... on TooMany { limit } ... on CreateTokenPayload { secret token { id name hint lastUsedAt revokedAt expiresAt } } } }`;
const REVOKE = `mutation($input: RevokeTokenInput!) { revokeToken(input: $input) {
  ... on RevokeTokenPayload { token { id revokedAt } } } }`;
const REVOKE_SESSION = `mutation($input: RevokeSessionInput!) { revokeSession(input: $input) {
  ... on RevokeSessionPayload { viewer { sessions { id } } } } }`;
const SIGN_OUT = `mutation($input: SignOutEverywhereInput!) { signOutEverywhere(input: $input) {
  ... on SignOutEverywherePayload { ended } } }`;
const SESSIONS = '{ viewer { sessions { id current } } }';

interface Token {
  id: string;
  name: string;
  hint: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
  expiresAt: string;
}

describe('credentials', () => {
  let belay: Belay;
  let ada: Actor;
  let page: Page;

  beforeAll(async () => {
    belay = await startBelay();
  });
  afterAll(() => belay.close());
  beforeEach(async () => {
    ada = await belay.person();
    page = await signIn(belay, ada.email);
  });
  const open: { close(): void }[] = [];
  afterEach(() => {
    for (const socket of open.splice(0)) socket.close();
  });

  const tokens = () => belay.app.services.prisma.personalToken;
  const sessions = () => belay.app.services.prisma.session;

  async function makeToken(input: object = {}): Promise<{ secret: string; token: Token }> {
    const { data } = await page.ask<{ createToken: { secret: string; token: Token } }>(CREATE, {
      input: { name: 'A program', days: 30, ...input },
    });
    if (!data) throw new Error('no token was made');
    return data.createToken;
  }
  const program = (secret: string): Actor =>
    new ActorClass({ url: belay.url, id: ada.id, name: 'a program', email: ada.email, token: secret });
  async function refusal(actor: Actor, document: string, input: object) {
    return (await actor.ask(document, { input })).errors?.[0]?.extensions?.code;
  }
  async function socketWith(options: Parameters<typeof openSocket>[1]) {
    const opened = await openSocket(belay, options);
    open.push(opened.socket);
    return opened;
  }
  /** Follows the person's own events over SSE; resolves with all that came when it ends. */
  async function sse(headers: Record<string, string>) {
    const query = 'subscription { viewerEvents { __typename } }';
    const response = await fetch(`${belay.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, ended: response.text() };
  }

  describe('a personal token', () => {
    it('is shown once, kept as a hash, and serves HTTP, WebSocket and SSE', async () => {
      const { secret, token } = await makeToken({ name: ' My program ' });
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

      const asked = await program(secret).query(
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
      const events = await sse({ authorization });
      expect(events.status).toBe(200);
      await page.ask(REVOKE, { input: { tokenId: token.id } });
      await events.ended;
    });

    it('ends at once when it is revoked, and everything that it opened', async () => {
      const { secret, token } = await makeToken();
      const authorization = `Bearer ${secret}`;
      const { closed } = await socketWith({ authorization });
      const { closed: other } = await socketWith({ cookie: page.cookie, origin: page.origin });
      const events = await sse({ authorization });

      const { data } = await page.ask(REVOKE, { input: { tokenId: token.id } });
      expect(data).toMatchObject({ revokeToken: { token: { id: token.id, revokedAt: expect.any(String) } } });
      expect(await closed).toBe(4401);
      expect(await events.ended).toContain('UNAUTHENTICATED');
      expect((await program(secret).ask('{ viewer { email } }')).errors?.[0]?.extensions?.code).toBe(
        'UNAUTHENTICATED',
      );
      expect((await socketWith({ authorization })).answer).toBe(4401);
      expect((await socketWith({ authorization, cookie: page.cookie, origin: page.origin })).answer).toBe(
        4401,
      );
      expect(await Promise.race([other, page.ask('{ viewer { email } }')])).toMatchObject({
        data: expect.anything(),
      });

      const again = await page.ask(REVOKE, { input: { tokenId: token.id } });
      expect(again).toEqual({ data });
    });

    it('ends by itself when its days are over', async () => {
      const { secret } = await makeToken({ days: 1 });
      const { closed } = await socketWith({ authorization: `Bearer ${secret}` });
      belay.clock.advance(24 * 3600 * 1000);
      expect(await closed).toBe(4401);
      const answer = await program(secret).ask('{ viewer { email } }');
      expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    });

    it('is never silently nobody when it is wrong', async () => {
      for (const token of ['belay_pat_wrong', 'nonsense', 'a b']) {
        const { data, errors } = await program(token).ask('{ viewer { email } }');
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
      const [{ secret, token }, other] = [await makeToken(), await makeToken()];
      for (const tokenId of [other.token.id, token.id]) {
        const { revokeToken } = await program(secret).query(REVOKE, { input: { tokenId } });
        expect(revokeToken).toMatchObject({ token: { id: tokenId } });
      }
      const kept = await tokens().findMany({ where: { personId: ada.id, revokedAt: null } });
      expect(kept.map(({ name }) => name)).toEqual(['test']);
    });

    it('is nobody else’s to end', async () => {
      const { token } = await makeToken();
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

  describe('a session', () => {
    it('is seen by its owner, who can end each, with everything it opened', async () => {
      const phone = await signIn(belay, ada.email);
      const { closed } = await socketWith({ cookie: phone.cookie, origin: phone.origin });
      const events = await sse({ cookie: phone.cookie, origin: phone.origin });
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
      await makeToken({ name: 'Seen', opId: 'not for tokens' });
      const seen = await events.next();
      expect(seen).toMatchObject({ __typename: 'CredentialsChanged', seq: 2 });
      expect(JSON.stringify(seen)).toContain('"Seen"');
      await events.stop();
    });
  });
});
