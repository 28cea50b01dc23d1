import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

interface KeptFocus<Box extends HTMLElement> {
  ref: RefObject<Box | null>;
  tabIndex: -1;
  onFocus: (event: FocusEvent) => void;
}

/**
 * Keeps somebody who works by keyboard in their place: when what had the focus is gone, as a button is that has
 * done its work, the box around it takes the focus. Spread on that box.
 */
export function useKeptFocus<Box extends HTMLElement>(): KeptFocus<Box> {
  const ref = useRef<Box>(null);
  const last = useRef<Element>(null);

  useEffect(() => {
    if (!last.current || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true });
  });

  return {
    ref,
    tabIndex: -1,
    onFocus: ({ target }) => {
      last.current = target;
    },
  };
}
