import { type RefObject, useEffect } from 'react';
import type { Doing } from '../../platform/generated/graphql.ts';
import type { Presence } from './presence.ts';

/**
 * Tells the other one what I am doing, by where I write: the nearest `data-doing` around the field that has
 * the focus. Fields without one are private and say nothing.
 */
export function useDoing(presence: Presence, room: RefObject<HTMLElement | null>, talking: boolean): void {
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const rest: Doing = talking ? 'TALKING' : 'READING';
    const show = (field: Element | null) => {
      const doing = field?.closest<HTMLElement>('[data-doing]')?.dataset.doing as Doing | undefined;
      presence.show({ doing: doing ?? rest });
    };
    const into = ({ target }: FocusEvent) => show(target as Element);
    const out = () => show(null);
    show(element.contains(document.activeElement) ? document.activeElement : null);
    element.addEventListener('focusin', into);
    element.addEventListener('focusout', out);
    return () => {
      element.removeEventListener('focusin', into);
      element.removeEventListener('focusout', out);
    };
  }, [presence, room, talking]);
}
