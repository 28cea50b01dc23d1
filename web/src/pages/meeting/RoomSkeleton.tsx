import { Skeleton } from '@mantine/core';
import classes from './RoomPage.module.css';

/** The room's outline, until it is there. */
export function RoomSkeleton() {
  return (
    <div className={classes.room} aria-busy="true">
      <div className={classes.head}>
        <Skeleton height={44} width="60%" mb="xl" />
      </div>
      <div className={classes.rail}>
        <Skeleton height={280} />
      </div>
      <div className={classes.centre}>
        <Skeleton height={64} mb="md" />
        <Skeleton height={320} mb="xl" />
        <Skeleton className={classes.notes} />
      </div>
      <div className={classes.side}>
        <Skeleton height={320} />
      </div>
    </div>
  );
}
