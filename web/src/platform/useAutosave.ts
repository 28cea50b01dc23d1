import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** How long after the last key what was typed is saved, in milliseconds. */
const REST = 700;

interface Autosave<T> {
  /** As it is kept, with what is on its way. */
  saved: T;
  /** Of what is kept; stays 0 for what has no versions. */
  version?: number;
  /** Saves over a version. Resolves with the version it has now, or null when it was refused. */
  save: (value: T, version: number) => Promise<number | null>;
}

export interface Autosaved<T> {
  value: T;
  change: (value: T) => void;
  /** `unsaved` is typed and not sent; `refused` stays as it is until the next key, `keep` or `discard`. */
  state: 'saved' | 'unsaved' | 'saving' | 'refused';
  /** Saves what is typed here over what is kept by now, seen. */
  keep: () => void;
  /** Forgets what is typed here and not saved. */
  discard: () => void;
}

interface Draft<T> {
  value: T;
  /** Of what was kept when the typing began: what came since is not written over unseen. */
  version: number;
}

/**
 * Saves what is typed a moment after the last key. One save is on its way at a time, so that a long time
 * without the server leaves one waiting and not hundreds; what is typed meanwhile follows. A page that is
 * left or hidden saves at once.
 */
export function useAutosave<T>({ saved, version = 0, save }: Autosave<T>): Autosaved<T> {
  const [draft, setDraft] = useState<Draft<T> | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const sent = useRef<Draft<T> | null>(null);
  const open = useRef(true);

  const flush = async () => {
    if (!draft || draft === sent.current || isRefused) return;
    const onItsWay = sent.current;
    sent.current = draft;
    setIsSaving(true);
    const taken = await save(draft.value, onItsWay ? onItsWay.version + 1 : draft.version);
    if (sent.current === draft) sent.current = null;
    if (!open.current) return;
    setIsSaving(false);
    if (taken === null) setIsRefused(true);
    else setDraft((newer) => (!newer || newer === draft ? null : { ...newer, version: taken }));
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
      setDraft((before) => ({ value, version: before ? before.version : version }));
    },
    state: isRefused ? 'refused' : isSaving ? 'saving' : draft ? 'unsaved' : 'saved',
    keep() {
      setIsRefused(false);
      setDraft((before) => before && { ...before, version });
    },
    discard() {
      setIsRefused(false);
      setDraft(null);
    },
  };
}
