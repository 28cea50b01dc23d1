import { Button, Group } from '@mantine/core';
import { calendarDay } from '../../ui/time.ts';
import classes from './GoalWords.module.css';
import type { Draft } from './GoalWordsForm.tsx';

interface BothWordingsProps {
  mine: Draft;
  theirs: Draft;
  other: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

const names: [Exclude<keyof Draft, 'version'>, string][] = [
  ['title', 'Goal'],
  ['why', 'Why'],
  ['planIf', 'If'],
  ['planThen', 'then'],
  ['targetOn', 'By'],
];

/** Two have written at once: both wordings side by side, so that neither is lost. */
export function BothWordings({ mine, theirs, other, onKeepMine, onTakeTheirs }: BothWordingsProps) {
  const differ = names.filter(([field]) => mine[field] !== theirs[field]);
  const show = (draft: Draft, field: (typeof names)[number][0]) =>
    (field === 'targetOn' && draft.targetOn ? calendarDay(draft.targetOn) : draft[field]) || '–';
  return (
    <div className={classes.both} role="alert">
      <p>
        {other} has written here in the meantime. Nothing of yours is lost: choose, or go on writing below.
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">You wrote</th>
            <th scope="col">It says now</th>
          </tr>
        </thead>
        <tbody>
          {differ.map(([field, name]) => (
            <tr key={field}>
              <th scope="row">{name}</th>
              <td>{show(mine, field)}</td>
              <td>{show(theirs, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group gap="xs">
        <Button onClick={onKeepMine}>Keep mine</Button>
        <Button variant="default" onClick={onTakeTheirs}>
          Take what it says now
        </Button>
      </Group>
    </div>
  );
}
