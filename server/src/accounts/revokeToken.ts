import { type Context, requireViewer } from '../context.ts';
import { notFound } from '../platform/errors.ts';
import { transaction } from '../platform/transaction.ts';

export type RevokeToken = { tokenId: string; opId?: string | null };

/** Ends one of one's own tokens and what it opened. Once more changes nothing. */
export async function revokeToken(context: Context, input: RevokeToken): Promise<{ tokenId: string }> {
  const { personId } = requireViewer(context);
  const result = await transaction(
    context,
    { actorId: personId, name: 'revokeToken', input },
    async ({ tx, now, lock, record }) => {
      await lock(personId);
      const token = await tx.personalToken.findFirst({ where: { id: input.tokenId, personId } });
      if (token === null) throw notFound();
      if (token.revokedAt !== null) return { tokenId: token.id };

      await tx.personalToken.update({ where: { id: token.id }, data: { revokedAt: now } });
      await record({ streamId: personId, type: 'CredentialsChanged', payload: {} });
      return { tokenId: token.id };
    },
  );
  context.endCredentials([result.tokenId]);
  return result;
}
