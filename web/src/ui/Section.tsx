import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Section.module.css';

interface SectionProps {
  title: string;
  /** Beside the title: a count, a link, a small button. */
  aside?: ReactNode;
  /** A sentence under the title. */
  hint?: ReactNode;
  /** On paper of its own; plain when left out. */
  card?: boolean;
  children: ReactNode;
}

/** A named part of a page. */
export function Section({ title, aside, hint, card = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className={card ? classes.card : classes.plain} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        {aside}
      </div>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      {children}
    </section>
  );
}
