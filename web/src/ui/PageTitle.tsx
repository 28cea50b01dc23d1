import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './PageTitle.module.css';

interface PageTitleProps {
  children: string;
  /** A short line above: where this page belongs. */
  over?: ReactNode;
  /** A sentence below. */
  lead?: ReactNode;
  /** What can be done from here, at the right, or below on a phone. */
  actions?: ReactNode;
}

/** The one h1 of a page; also names the browser's tab. */
export function PageTitle({ children, over, lead, actions }: PageTitleProps) {
  useEffect(() => {
    document.title = `${children} · Belay`;
  }, [children]);

  return (
    <header className={classes.head}>
      <div className={classes.words}>
        {over !== undefined && <div className={classes.over}>{over}</div>}
        <Title order={1}>{children}</Title>
        {lead !== undefined && <div className={classes.lead}>{lead}</div>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
