import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** How long after the last key what was typed is saved, in milliseconds. */
const REST = 700;

interface Autosave<T> {
  /** As it is kept, with what is on its way. */
  saved: T;
  /** Resolves true when it was taken, false when it was refused. */
  save: (value: T) => Promise<boolean>;
}

export interface Autosaved<T> {
  value: T;
  change: (value: T) => void;
  /** `unsaved` is typed and not sent; `refused` stays as it is until the next key, `keep` or `discard`. */
  state: 'saved' | 'unsaved' | 'saving' | 'refused';
  /** Saves what is typed here, once more. */
  keep: () => void;
  /** Forgets what is typed here and not saved. */
  discard: () => void;
}

/**
 * Saves what is typed a moment after the last key. One save is on its way at a time, so that a long time
 * without the server leaves one waiting and not hundreds; what is typed meanwhile follows. A page that is
 * left or hidden saves at once.
 */
export function useAutosave<T>({ saved, save }: Autosave<T>): Autosaved<T> {
  const [draft, setDraft] = useState<{ value: T } | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const sent = useRef<{ value: T } | null>(null);
  const open = useRef(true);

  const flush = async () => {
    if (!draft || draft === sent.current || isRefused) return;
    sent.current = draft;
    setIsSaving(true);
    const taken = await save(draft.value);
    if (!open.current) return;
    setIsSaving(false);
    if (!taken) {
      sent.current = null;
      setIsRefused(true);
    } else {
      setDraft((newer) => (newer === draft ? null : newer));
    }
  };
  const flushNow = useEffectEvent(() => void flush());

  useEffect(() => {
    if (!draft || isSaving || isRefused) return;
    const timer = setTimeout(flushNow, REST);
    return () => clearTimeout(timer);
  }, [draft, isSaving, isRefused]);

  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && flushNow();
    open.current = true;
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      open.current = false;
      flushNow();
    };
  }, []);

  return {
    value: draft ? draft.value : saved,
    change(value) {
      setIsRefused(false);
      setDraft({ value });
    },
    state: isRefused ? 'refused' : isSaving ? 'saving' : draft ? 'unsaved' : 'saved',
    keep: () => setIsRefused(false),
    discard() {
      sent.current = null;
      setIsRefused(false);
      setDraft(null);
    },
  };
}
