import type { Services } from './context.ts';
import type { Mail, Mailer } from './platform/mail.ts';

/** What can be left for after a commit, by kind; and what time itself does. Features add theirs here. */
export function jobHandlers(_services: Services, mailer: Mailer) {
  return {
    mail: (mail: Mail) => mailer.deliver(mail),
  };
}
