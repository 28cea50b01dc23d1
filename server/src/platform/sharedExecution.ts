import type { DocumentNode, ExecutionArgs, ExecutionResult } from 'graphql';

/** Executes one event with the context of whoever asks first. */
export type ExecuteEvent<Context> = (event: unknown, context: Context) => Promise<ExecutionResult>;

/** A place among those whose results cannot differ. */
export type Share<Context> = {
  execute: ExecuteEvent<Context>;
  leave(): void;
};

type Group<Context> = {
  members: number;
  execute: ExecuteEvent<Context>;
};

/**
 * Milliseconds in which an event's result serves others than the one it was made for. Whoever reads later is checked
 * anew.
 */
const SHARED_FOR = 500;
const LONGEST_KEY = 4096;

/**
 * One execution of an event for all who ask the same by the same credential. What may be seen depends on who asks
 * alone, so their results cannot differ.
 */
export class SharedExecutions<Context> {
  readonly #groups = new Map<string, Group<Context>>();
  readonly #documents = new WeakMap<DocumentNode, number>();
  #documentCount = 0;

  /** `credentialId: null` shares with nobody. */
  join(credentialId: string | null, args: ExecutionArgs, execute: ExecuteEvent<Context>): Share<Context> {
    const key = credentialId && this.#keyOf(credentialId, args);
    if (!key || key.length > LONGEST_KEY) return { execute, leave: () => undefined };
    const group = this.#groups.get(key) ?? { members: 0, execute: once(execute) };
    this.#groups.set(key, group);
    group.members++;
    return {
      execute: group.execute,
      leave: () => {
        if (--group.members === 0) this.#groups.delete(key);
      },
    };
  }

  #keyOf(credentialId: string, { document, operationName, variableValues }: ExecutionArgs): string {
    return JSON.stringify([credentialId, this.#numberOf(document), operationName, variableValues]);
  }

  /** Equal documents are parsed once, so the same document is the same object. */
  #numberOf(document: DocumentNode): number {
    const number = this.#documents.get(document) ?? ++this.#documentCount;
    this.#documents.set(document, number);
    return number;
  }
}

/** Executes each event once; what is kept of it goes with the event. */
function once<Context>(execute: ExecuteEvent<Context>): ExecuteEvent<Context> {
  const known = new WeakMap<object, { result: Promise<ExecutionResult>; until: number }>();
  return (event, context) => {
    if (typeof event !== 'object' || event === null) return execute(event, context);
    const now = performance.now();
    const shared = known.get(event);
    if (shared && now < shared.until) return shared.result;
    const result = execute(event, context);
    known.set(event, { result, until: now + SHARED_FOR });
    return result;
  };
}
