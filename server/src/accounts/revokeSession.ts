import type { Context } from '../context.ts';
import { notFound } from '../platform/errors.ts';
import { transaction } from '../platform/transaction.ts';
import { requireSession } from './policy.ts';

export type RevokeSession = { sessionId: string; opId?: string | null };

/** Ends one of one's own sessions, perhaps this one, and what it opened. */
export async function revokeSession(context: Context, input: RevokeSession): Promise<{ sessionId: string }> {
  const { personId } = requireSession(context);
  const result = await transaction(
    context,
    { actorId: personId, name: 'revokeSession', input },
    async ({ tx, lock, record }) => {
      await lock(personId);
      const { count } = await tx.session.deleteMany({ where: { id: input.sessionId, userId: personId } });
      if (count === 0) throw notFound();
      await record({ streamId: personId, type: 'CredentialsChanged', payload: {} });
      return { sessionId: input.sessionId };
    },
  );
  context.endCredentials([result.sessionId]);
  return result;
}
