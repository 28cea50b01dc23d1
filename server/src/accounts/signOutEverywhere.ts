import type { Context } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { requireSession } from './policy.ts';

/** Ends every session of the viewer, this one too, and what they opened. Tokens stay: they are revoked one by one. */
export async function signOutEverywhere(
  context: Context,
  input: { opId?: string | null },
): Promise<{ endedIds: string[] }> {
  const { personId } = requireSession(context);
  const result = await transaction(
    context,
    { actorId: personId, name: 'signOutEverywhere', input },
    async ({ tx, lock, record }) => {
      await lock(personId);
      const sessions = await tx.session.findMany({ where: { userId: personId }, select: { id: true } });
      const endedIds = sessions.map(({ id }) => id);
      await tx.session.deleteMany({ where: { id: { in: endedIds } } });
      await record({ streamId: personId, type: 'CredentialsChanged', payload: {} });
      return { endedIds };
    },
  );
  context.endCredentials(result.endedIds);
  return result;
}
