/** The server's end of a WebSocket that speaks `graphql-transport-ws`, in the same process. */
export interface FakeSockets {
  /** Give this to the client as its WebSocket. */
  WebSocket: unknown;
  /** The variables of each subscription that was asked for, in order. */
  asked: Record<string, unknown>[];
  /** Tells every open subscription of an event. */
  tell: (event: Record<string, unknown>) => void;
  /** Answers every open subscription with an error, and ends it. */
  refuse: (code: string) => void;
  /** Ends every open subscription, without a word. */
  complete: () => void;
  /** Cuts every connection. */
  cut: (code?: number) => void;
  /** Resolves when the next subscription has been asked for. */
  nextAsked: () => Promise<void>;
}

export function fakeSockets(): FakeSockets {
  const open = new Set<FakeSocket>();
  const asked: Record<string, unknown>[] = [];
  let wake = () => {};

  class FakeSocket {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSING = 2;
    static CLOSED = 3;
    readyState = FakeSocket.CONNECTING;
    subscriptions = new Set<string>();
    onopen = () => {};
    onmessage = (_: { data: string }) => {};
    onclose = (_: { code: number; reason: string; wasClean: boolean }) => {};
    onerror = () => {};

    constructor() {
      queueMicrotask(() => {
        this.readyState = FakeSocket.OPEN;
        open.add(this);
        this.onopen();
      });
    }

    send(text: string) {
      const message = JSON.parse(text);
      if (message.type === 'connection_init') this.say({ type: 'connection_ack' });
      if (message.type === 'complete') this.subscriptions.delete(message.id);
      if (message.type !== 'subscribe') return;
      this.subscriptions.add(message.id);
      asked.push(message.payload.variables);
      wake();
    }

    say(message: unknown) {
      queueMicrotask(
        () => this.readyState === FakeSocket.OPEN && this.onmessage({ data: JSON.stringify(message) }),
      );
    }

    close(code = 1000) {
      if (this.readyState === FakeSocket.CLOSED) return;
      this.readyState = FakeSocket.CLOSED;
      open.delete(this);
      this.onclose({ code, reason: '', wasClean: code === 1000 });
    }
  }

  const toAll = (message: (id: string) => Record<string, unknown>) => {
    for (const socket of open) for (const id of socket.subscriptions) socket.say({ id, ...message(id) });
  };
  const forgetAll = () => {
    for (const socket of open) socket.subscriptions.clear();
  };

  return {
    WebSocket: FakeSocket,
    asked,
    tell: (event) => toAll(() => ({ type: 'next', payload: { data: { mentorshipEvents: event } } })),
    refuse(code) {
      toAll(() => ({ type: 'error', payload: [{ message: code, extensions: { code } }] }));
      forgetAll();
    },
    complete() {
      toAll(() => ({ type: 'complete' }));
      forgetAll();
    },
    cut(code = 1006) {
      for (const socket of open) socket.close(code);
    },
    nextAsked: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  };
}
