import { type ReactNode, useId } from 'react';
import classes from './RoomPage.module.css';

/** A small named part beside the work. */
export function SideSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.sideSection} aria-labelledby={id}>
      <h2 id={id} className={classes.sideTitle}>
        {title}
      </h2>
      {children}
    </section>
  );
}
