import { Switch } from '@mantine/core';
import { useState } from 'react';
import { pulseKinds, pulseName } from '../../feedback/room/pulses.tsx';
import { keysAreOn, turnKeys } from '../../meetings/room/useRoomKeys.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import classes from './RoomPage.module.css';

const keys: [string, string][] = [
  ...pulseKinds.map((kind, index): [string, string] => [String(index + 1), pulseName[kind]]),
  ['T', 'I’m talking, and done'],
  ['Q', 'I asked a question'],
  ['M', 'Keep this moment'],
  ['N', 'To the notes'],
  ['Esc', 'Out of the notes'],
  ['?', 'This sheet'],
];

/** What single keys do in the room, and how to be left alone by them. */
export function KeysSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [on, setOn] = useState(keysAreOn);
  return (
    <Sheet title="Keys" opened={opened} onClose={onClose}>
      <dl className={classes.keys}>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>They rest while you type.</p>
      <Switch
        label="Use these keys"
        checked={on}
        onChange={({ currentTarget: { checked } }) => {
          setOn(checked);
          turnKeys(checked);
        }}
      />
    </Sheet>
  );
}
