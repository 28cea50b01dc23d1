import type { ReactNode } from 'react';
import { OfflineIcon } from './icons.tsx';
import classes from './StatusLine.module.css';

interface StatusLineProps {
  /** Nothing is shown while there is nothing to say. */
  children: ReactNode;
  offline?: boolean;
  /** A small button at its end. */
  action?: ReactNode;
}

/** A calm line about the connection. It lies over the page and moves nothing. */
export function StatusLine({ children, offline = false, action }: StatusLineProps) {
  return (
    <div role="status" className={classes.holder}>
      {children !== null && children !== undefined && (
        <div className={classes.line}>
          {offline && <OfflineIcon size={18} />}
          <span>{children}</span>
          {action}
        </div>
      )}
    </div>
  );
}
