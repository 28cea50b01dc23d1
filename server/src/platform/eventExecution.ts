import { setTimeout as pause } from 'node:timers/promises';
import { type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from 'graphql';

const ATTEMPTS = 4;
const SHORTEST_PAUSE = 100;

/**
 * Executes an event with a context made for it. When that breaks as a whole, by a connection that was cut, it is tried
 * again for a second or so: the event is a fact, and its followers should not have to come back for it.
 * @throws the GraphQLError with which `makeContext` refuses, or what broke it in the end
 */
export async function executeEvent(
  args: ExecutionArgs,
  rootValue: unknown,
  makeContext: () => Promise<unknown>,
): Promise<ExecutionResult> {
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt === ATTEMPTS;
    try {
      const result = await execute({ ...args, rootValue, contextValue: await makeContext() });
      if (isLast || !isBroken(result)) return result;
    } catch (error) {
      if (isLast || error instanceof GraphQLError) throw error;
    }
    await pause(SHORTEST_PAUSE * 2 ** (attempt - 1), undefined, { ref: false });
  }
}

/** Nothing of it can be shown, and not because somebody said so. */
function isBroken({ data, errors }: ExecutionResult): boolean {
  if (data && Object.values(data).some((value) => value !== null)) return false;
  return (
    errors?.some(({ originalError }) => originalError && !(originalError instanceof GraphQLError)) ?? false
  );
}
