import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';
import { RopeDrawing } from './RopeDrawing.tsx';

interface EmptyStateProps {
  title: string;
  /** What to do first. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Where there is nothing yet: a rope, a sentence, the first step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <RopeDrawing />
      <p className={classes.title}>{title}</p>
      {children !== undefined && <div className={classes.words}>{children}</div>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
