/** A write that waits for the server, as it lies in the browser's storage. */
export interface KeptWrite {
  opId: string;
  query: string;
  variables: Record<string, unknown>;
  /** When it was done, in milliseconds since 1970. */
  at: number;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
export type Locks = Pick<LockManager, 'request' | 'query'>;

interface StoreOptions {
  storage: Storage;
  /** Missing where the page is not served securely; then one tab at a time is assumed. */
  locks?: Locks | undefined;
  person: string;
  tab: string;
}

export interface OutboxStore {
  put: (write: KeptWrite) => void;
  remove: (opId: string) => void;
  /** Takes over what closed tabs left behind, oldest first. Each write goes to one tab only. */
  adopt: () => Promise<KeptWrite[]>;
  /** Forgets all waiting writes of this person, those of other tabs too. */
  clear: () => void;
  close: () => void;
}

const prefix = 'belay.outbox';

/**
 * One storage key for each write, under its person and its tab, so that tabs never write the same key.
 * A tab is alive as long as it holds the lock of its name; what stands under no living tab is an orphan.
 */
export async function openStore({ storage, locks, person, tab }: StoreOptions): Promise<OutboxStore> {
  const mine = `${prefix}/${person}/`;
  const keyOf = (opId: string, owner = tab) => `${mine}${owner}/${opId}`;
  const close = locks ? await holdLock(locks, lockOf(tab)) : () => {};

  const keys = () => Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter(isMine);
  const isMine = (key: string) => key.startsWith(mine);
  const ownerOf = (key: string) => key.slice(mine.length).split('/')[0] ?? '';

  const put = (write: KeptWrite) => {
    try {
      storage.setItem(keyOf(write.opId), JSON.stringify(write));
    } catch {
      // Storage is full or closed: the write stays in memory and is lost only with the tab.
    }
  };

  const takeOver = async () => {
    const living = await livingTabs(locks);
    const orphans = keys().filter((key) => ownerOf(key) !== tab && !living.has(lockOf(ownerOf(key))));
    const writes = orphans
      .map((key) => parseWrite(storage.getItem(key)))
      .filter((write) => write !== undefined);
    writes.sort((a, b) => a.at - b.at);
    for (const write of writes) put(write);
    for (const key of orphans) storage.removeItem(key);
    return writes;
  };

  return {
    put,
    remove: (opId) => storage.removeItem(keyOf(opId)),
    adopt: async () => (locks ? locks.request(`${prefix}/adopt`, takeOver) : takeOver()),
    clear: () => {
      for (const key of keys()) storage.removeItem(key);
    },
    close,
  };
}

function lockOf(tab: string): string {
  return `${prefix}/tab/${tab}`;
}

/** Takes a lock and keeps it until the returned function is called or the tab is gone. */
function holdLock(locks: Locks, name: string): Promise<() => void> {
  return new Promise((held) => {
    void locks.request(name, () => new Promise<void>((release) => held(release)));
  });
}

async function livingTabs(locks: Locks | undefined): Promise<Set<string | undefined>> {
  const { held = [] } = (await locks?.query()) ?? {};
  return new Set(held.map((lock) => lock.name));
}

function parseWrite(text: string | null): KeptWrite | undefined {
  try {
    const write = JSON.parse(text ?? '');
    return typeof write.opId === 'string' && typeof write.query === 'string' ? write : undefined;
  } catch {
    return undefined;
  }
}
