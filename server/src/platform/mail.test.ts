import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createMailer, type Mailer } from './mail.ts';
import { answerMailbox } from './mailbox.ts';

const development = { publicUrl: 'http://localhost:4000', smtpUrl: null, production: false };
const mail = { to: 'ada@example.org', subject: 'Hello', text: 'See https://belay.example/a?b=1&c=2 <now>' };

/** As little of an SMTP server as a mail needs; resolves with what it was told. */
async function smtpServer() {
  const heard: string[] = [];
  const server = createServer((socket) => {
    let inData = false;
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      heard.push(chunk.toString());
      if (inData && !chunk.toString().endsWith('\r\n.\r\n')) return;
      inData = chunk.toString().startsWith('DATA');
      socket.write(inData ? '354 go on\r\n' : '250 fine\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, heard: () => heard.join(''), close: () => server.close() };
}

describe('mail', () => {
  let mailer: Mailer | undefined;
  afterEach(() => mailer?.close());

  it('goes to the SMTP server, from the sender the address names, to one address only', async () => {
    const smtp = await smtpServer();
    const smtpUrl = `smtp://127.0.0.1:${smtp.port}?from=belay%40example.org`;
    mailer = createMailer({ ...development, smtpUrl, production: true });
    await mailer.deliver({ ...mail, to: 'ada@example.org', ics: 'BEGIN:VCALENDAR' });
    expect(smtp.heard()).toMatch(/MAIL FROM:<belay@example\.org>/);
    expect(smtp.heard().match(/RCPT TO:<.*>/g)).toEqual(['RCPT TO:<ada@example.org>']);
    expect(smtp.heard()).toMatch(/^Subject: Hello\r$/m);
    expect(smtp.heard()).toContain('text/calendar');
    expect(mailer.kept()).toBeNull();
    smtp.close();
  });

  it('says so when the SMTP server is away', async () => {
    const smtp = await smtpServer();
    smtp.close();
    mailer = createMailer({ ...development, smtpUrl: `smtp://127.0.0.1:${smtp.port}` });
    await expect(mailer.deliver(mail)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('is kept without one, newest first, the last 200', async () => {
    mailer = createMailer(development);
    for (let n = 1; n <= 201; n++) await mailer.deliver({ ...mail, subject: `Mail ${n}` });
    const subjects = mailer.kept()?.map(({ subject }) => subject);
    expect([subjects?.length, subjects?.[0], subjects?.at(-1)]).toEqual([200, 'Mail 201', 'Mail 2']);
  });

  it('is never kept in production', () => {
    expect(() => createMailer({ ...development, production: true })).toThrow(/SMTP_URL is required/);
  });
});

describe('the mailbox page', () => {
  const read = async (mailer: Mailer, path: string) => {
    const response = answerMailbox(mailer, path);
    return { status: response?.status, text: await response?.text(), headers: response?.headers };
  };

  it('lists mail, opens one and shows nothing a mail could smuggle in', async () => {
    const mailer = createMailer(development);
    expect((await read(mailer, '/mailbox')).text).toContain('No mail yet');
    await mailer.deliver({ ...mail, subject: '<script>alert(1)</script>', to: '"><img>@example.org' });
    const [kept] = mailer.kept() ?? [];

    const list = await read(mailer, '/mailbox');
    expect(list.text).toContain(`href="/mailbox/${kept?.id}"`);
    const one = await read(mailer, `/mailbox/${kept?.id}`);
    expect(one.text).toContain('href="https://belay.example/a?b=1&#38;c=2"');
    for (const page of [list, one]) {
      expect(page.text).not.toMatch(/<script|<img|<now>/);
      expect(page.headers?.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('tells programs the same as JSON', async () => {
    const mailer = createMailer(development);
    await mailer.deliver(mail);
    expect(JSON.parse((await read(mailer, '/mailbox.json')).text ?? '')).toMatchObject([mail]);
  });

  it('says when a mail is gone, and is not there with a real mail server', async () => {
    expect((await read(createMailer(development), '/mailbox/none')).status).toBe(404);
    const real = createMailer({ ...development, smtpUrl: 'smtp://127.0.0.1:1' });
    expect(answerMailbox(real, '/mailbox')).toBeNull();
    expect(answerMailbox(real, '/mailbox.json')).toBeNull();
    real.close();
  });
});
