import type { Services } from './context.ts';
import { closeExchange } from './feedback/closeExchange.ts';
import { endInactiveMeetings } from './meetings/endInactiveMeetings.ts';
import { expireInvitation } from './mentorships/expireInvitation.ts';
import { remindOfInvitation } from './mentorships/remindOfInvitation.ts';
import { tellInvited } from './mentorships/tellInvited.ts';
import { hours, minutes } from './platform/clock.ts';
import type { Mail, Mailer } from './platform/mail.ts';
import { pruneEvents } from './platform/stream.ts';
import { pruneOperations } from './platform/transaction.ts';

/** What can be left for after a commit or for a later time, by kind. Each is harmless to repeat. */
export function jobHandlers(services: Services, mailer: Mailer) {
  return {
    mail: (mail: Mail) => mailer.deliver(mail),
    tellInvited: (about: { invitationId: string }) => tellInvited(services, about),
    remindOfInvitation: (about: { invitationId: string }) => remindOfInvitation(services, about),
    expireInvitation: (about: { invitationId: string }) => expireInvitation(services, about),
    closeExchange: (due: { meetingId: string }) => closeExchange(services, due),
  };
}

export type Periodic = { name: string; interval: number; run(): Promise<unknown> };

/** What time itself does, on one instance at a time. Intervals are in milliseconds of Belay's clock. */
export function periodically(services: Services): Periodic[] {
  const { prisma, clock } = services;
  return [
    { name: 'endInactiveMeetings', interval: minutes(1), run: () => endInactiveMeetings(services) },
    { name: 'pruneEvents', interval: hours(1), run: () => pruneEvents(prisma, clock) },
    { name: 'pruneOperations', interval: hours(1), run: () => pruneOperations(prisma, clock) },
  ];
}
