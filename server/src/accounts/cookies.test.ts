import { describe, expect, it } from 'vitest';
import { cookieName, readSignedCookie, signedCookie } from './cookies.ts';

const config = { publicUrl: 'https://belay.example', authSecret: 'a secret that is long enough for a test' };
const NAME = cookieName('session_token', config.publicUrl);
const setCookie = signedCookie('session_token', 'a.value', { ...config, seconds: 60 });
const pair = setCookie.slice(0, setCookie.indexOf(';'));
const read = (cookie: string, secret = config.authSecret) =>
  readSignedCookie(new Headers({ cookie }), NAME, secret);

describe('a signed cookie', () => {
  it('is read back among others', () => {
    expect(read(`first=1; ${pair}; last=x=y`)).toBe('a.value');
  });

  it('is Secure behind TLS alone, and never for scripts or other sites', () => {
    expect(setCookie).toMatch(
      /^__Secure-belay\.session_token=\S+; Max-Age=60; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    const plain = signedCookie('session_token', 'v', {
      ...config,
      publicUrl: 'http://localhost:4000',
      seconds: 60,
    });
    expect(plain).toMatch(/^belay\.session_token=\S+; Max-Age=60; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it.each([
    ['another value', pair.replace('a.value', 'b.value')],
    ['no signature', `${NAME}=a.value`],
    ['an empty signature', `${NAME}=a.value.`],
    ['half a signature', pair.slice(0, -10)],
    ['broken escapes', `${NAME}=%E0%A4%A`],
    ['nothing', `${NAME}=`],
    ['another name', pair.replace(NAME, 'other')],
  ])('is refused with %s', (_what, cookie) => {
    expect(read(cookie)).toBeNull();
  });

  it('is refused when another secret signed it', () => {
    expect(read(pair, 'another secret that is long enough too')).toBeNull();
  });
});
