import type { Moment, MomentAudience } from '@belay/prisma/client';
import { type Context, requireViewer } from '../context.ts';
import { ownMentorship } from '../mentorships/policy.ts';
import { badInput, forbidden, notFound } from '../platform/errors.ts';
import { Outdated } from '../platform/facts.ts';
import { type Tx, transaction } from '../platform/transaction.ts';
import { momentFacts } from './facts.ts';

export type EditMoment = {
  momentId: string;
  version: number;
  words?: string | null;
  audience?: MomentAudience | null;
  opId?: string | null;
};

/** Rewords one's own moment, or shares it. The shared stream is touched only by what is, or becomes, shared. */
export function editMoment(context: Context, input: EditMoment): Promise<{ momentId: string }> {
  const { personId } = requireViewer(context);
  return transaction(
    context,
    { actorId: personId, name: 'editMoment', input },
    async ({ tx, lock, record }) => {
      const before = await ownMoment(tx, personId, input.momentId);
      const audience = input.audience ?? before.audience;
      const isShared = audience === 'SHARED';
      if (before.audience === 'SHARED' && !isShared) {
        throw badInput([{ path: ['input', 'audience'], message: 'What was shared stays shared.' }]);
      }
      const streamId = isShared ? before.mentorshipId : personId;
      await lock(streamId);

      // The version decides: two edits of one moment may hold different locks while it is being shared.
      const { count } = await tx.moment.updateMany({
        where: { id: before.id, version: input.version },
        data: { words: input.words ?? undefined, audience, version: { increment: 1 } },
      });
      if (count === 0) {
        throw new Outdated('Moment', (prisma) =>
          prisma.moment.findUniqueOrThrow({ where: { id: before.id } }),
        );
      }
      const moment = await tx.moment.findUniqueOrThrow({ where: { id: before.id } });
      await record({
        streamId,
        type: typeOf(before, moment),
        payload: { meetingId: moment.meetingId, moment: momentFacts(moment) },
      });
      return { momentId: moment.id };
    },
  );
}

function typeOf(before: Moment, after: Moment): string {
  if (after.audience === 'MINE') return 'PrivateMomentEdited';
  return before.audience === 'MINE' ? 'MomentKept' : 'MomentEdited';
}

/**
 * @throws FORBIDDEN when the other side kept it and shared it
 * @throws NOT_FOUND for whoever may not see it
 */
async function ownMoment(tx: Tx, personId: string, momentId: string): Promise<Moment> {
  const moment = await tx.moment.findUnique({ where: { id: momentId } });
  if (!moment || (moment.audience === 'MINE' && moment.authorId !== personId)) throw notFound();
  await ownMentorship(tx, personId, { id: moment.mentorshipId });
  if (moment.authorId !== personId) throw forbidden('Only the one who kept a moment may change it.');
  return moment;
}
