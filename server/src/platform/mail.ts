import { createTransport } from 'nodemailer';
import { uuidv7 } from 'uuidv7';
import { type Config, ConfigError } from './config.ts';

/** One mail to one address. `ics` is an iCalendar invitation. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  ics?: string;
}

/** A mail that went nowhere but into memory, for the mailbox page. */
export interface KeptMail extends Mail {
  id: string;
  at: Date;
}

export interface Mailer {
  /** Hands the mail to the SMTP server, within 30 seconds, or keeps it. Rejects when the server does not take it. */
  deliver(mail: Mail): Promise<void>;
  /** What was kept, newest first, at most 200; null when mail goes to a real server. */
  kept(): readonly KeptMail[] | null;
  close(): void;
}

const KEPT_MAILS = 200;
const TIMEOUT_MS = 30_000;

/**
 * Mail goes to `smtpUrl`, or stays in memory for the mailbox page where there is none.
 *
 * The sender is `?from=` of the URL, or `no-reply@` the host of `publicUrl`.
 * @throws {ConfigError} in production without `smtpUrl`: nobody could read the mailbox page
 */
export function createMailer(config: Pick<Config, 'smtpUrl' | 'publicUrl' | 'production'>): Mailer {
  if (config.smtpUrl !== null) return smtpMailer(new URL(config.smtpUrl), new URL(config.publicUrl).hostname);
  if (config.production)
    throw new ConfigError(['SMTP_URL is required in production: without it nobody gets their mail.']);
  return keepingMailer();
}

function smtpMailer(url: URL, host: string): Mailer {
  const address = url.searchParams.get('from') ?? `no-reply@${host}`;
  url.searchParams.delete('from');
  const transport = createTransport({
    url: url.href,
    pool: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return {
    async deliver({ to, subject, text, html, ics }) {
      await transport.sendMail({
        from: { name: 'Belay', address },
        // As an object it is one address, whatever commas stand in it.
        to: { name: '', address: to },
        subject,
        text,
        html,
        icalEvent:
          ics === undefined ? undefined : { method: 'REQUEST', filename: 'meeting.ics', content: ics },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    kept: () => null,
    close: () => transport.close(),
  };
}

function keepingMailer(): Mailer {
  const kept: KeptMail[] = [];
  return {
    async deliver(mail) {
      kept.unshift({ ...mail, id: uuidv7(), at: new Date() });
      kept.length = Math.min(kept.length, KEPT_MAILS);
    },
    kept: () => kept,
    close: () => undefined,
  };
}
