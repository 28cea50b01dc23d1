import { Button } from '@mantine/core';
import classes from './GoalMoves.module.css';

interface ParkFirstProps {
  goals: { id: string; title: string }[];
  onPark: (goalId: string) => void;
}

/** Two goals are active already: one tap parks one of them and takes the new one up. */
export function ParkFirst({ goals, onPark }: ParkFirstProps) {
  return (
    <fieldset className={classes.room} aria-label="Make room">
      {goals.map(({ id, title }) => (
        <Button key={id} variant="default" onClick={() => onPark(id)}>
          Park “{title}” and begin this one
        </Button>
      ))}
    </fieldset>
  );
}
