import { Button, SimpleGrid, Stack, Switch, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { MomentKind } from '../../platform/generated/graphql.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { momentKinds, momentName } from './momentWords.ts';

interface MomentSheetProps {
  meetingId: string;
  otherName: string;
  opened: boolean;
  onClose: () => void;
  /** Null when it was refused: the words come back. */
  onKeep: (moment: NewMoment) => Promise<unknown>;
}

export interface NewMoment {
  meetingId: string;
  kind: MomentKind;
  words: string;
  audience: 'MINE' | 'SHARED';
}

/** Keeps what was just said: a tap on what it was; words are welcome, not needed. */
export function MomentSheet({ meetingId, otherName, opened, onClose, onKeep }: MomentSheetProps) {
  const [words, setWords] = useState('');
  const [shared, setShared] = useState(true);

  const send = async (kind: MomentKind) => {
    const said = words;
    setWords('');
    onClose();
    const audience = shared ? 'SHARED' : 'MINE';
    if (!(await onKeep({ meetingId, kind, words: said.trim(), audience }))) setWords(said);
  };

  return (
    <Sheet title="Keep this moment" opened={opened} onClose={onClose}>
      <Stack>
        <Textarea
          label="A few words, if you like"
          value={words}
          maxLength={500}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Switch
          label={`For both: ${otherName} sees it, too`}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Text>What was it?</Text>
        <SimpleGrid cols={2} spacing="xs">
          {momentKinds.map((kind) => (
            <Button key={kind} variant="light" onClick={() => send(kind)}>
              {momentName[kind]}
            </Button>
          ))}
        </SimpleGrid>
      </Stack>
    </Sheet>
  );
}
