import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './EmptyState.module.css';
import { RopeDrawing } from './RopeDrawing.tsx';

interface ErrorPageProps {
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** `loose` when the line to the server is cut. */
  drawing?: 'held' | 'loose';
}

/** A bad state as a page of its own: what happened, and what to do. */
export function ErrorPage({ title, children, action, drawing = 'held' }: ErrorPageProps) {
  useEffect(() => {
    document.title = `${title} · Belay`;
  }, [title]);

  return (
    <div className={classes.empty} style={{ paddingTop: '12vh' }}>
      <RopeDrawing kind={drawing} />
      <Title order={1} mt="lg">
        {title}
      </Title>
      <div className={classes.words}>{children}</div>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
