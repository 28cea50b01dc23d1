import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Mails = {
  url: string;
  /** To whom mail was taken, in order. */
  taken: string[];
  /** From now on mail is begun and never taken. */
  hold(): void;
  /** Takes mail again, and ends what was held with an error. */
  release(): void;
  /** Settles when a mail has begun to come. */
  begun(): Promise<void>;
  /** To whom the next mail is that is taken. */
  next(): Promise<string>;
  close(): Promise<void>;
};

/** A mail server that can be slow. */
export async function startMails(): Promise<Mails> {
  const taken: string[] = [];
  const begun = Promise.withResolvers<void>();
  let came = Promise.withResolvers<string>();
  let held: ((error: Error) => void)[] | null = null;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, done) {
      begun.resolve();
      stream.resume();
      stream.once('end', () => {
        if (held) {
          held.push(done);
          return;
        }
        const to = envelope.rcptTo[0]?.address ?? '';
        taken.push(to);
        done();
        came.resolve(to);
        came = Promise.withResolvers();
      });
    },
  });
  // Whoever is killed while it mails leaves a broken connection.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    taken,
    hold() {
      held = [];
    },
    release() {
      for (const refuse of held ?? []) refuse(new Error('Not now.'));
      held = null;
    },
    begun: () => begun.promise,
    next: () => came.promise,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
