import { useEffect, useEffectEvent } from 'react';

const setting = 'belay.keys';

/** Whether single keys do things in the room, as this device's owner likes it. */
export const keysAreOn = (): boolean => localStorage.getItem(setting) !== 'off';
export const turnKeys = (on: boolean): void => localStorage.setItem(setting, on ? 'on' : 'off');

/** One key, one thing: never while somebody types, never under a sheet. */
export function useRoomKeys(keys: Record<string, () => void>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = keys[event.key.toLowerCase()];
    if (!action || event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]') || !keysAreOn()) return;
    event.preventDefault();
    action();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type="range"]), textarea, select');
}
