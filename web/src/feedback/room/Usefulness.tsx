import { useEffect, useState } from 'react';
import { type FragmentType, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { LiveLinesFragment } from './LiveLines.tsx';
import { MarkUsefulness, UsefulnessFragment } from './liveWrites.ts';

const words = ['', 'not at all', 'a little', 'fairly', 'very', 'greatly'];

/** How useful this is right now; what is said holds until it is moved again. */
export function Usefulness({ meeting: ref }: { meeting: FragmentType<typeof LiveLinesFragment> }) {
  const { id: meetingId, usefulness } = readFragment(LiveLinesFragment, ref);
  const mark = useWrite(MarkUsefulness);
  const said = usefulness
    .map((one) => readFragment(UsefulnessFragment, one))
    .find(({ author }) => author.isViewer)?.value;
  const [moved, setMoved] = useState<number | null>(null);
  useEffect(() => {
    if (said !== undefined) setMoved(null);
  }, [said]);

  return (
    <>
      <Slider
        label="Useful right now?"
        value={moved ?? said ?? 3}
        min={1}
        max={5}
        say={(value) => (moved === null && said === undefined ? 'not said yet' : (words[value] ?? ''))}
        onChange={setMoved}
        onCommit={(value) => void mark.send({ input: { meetingId, value } })}
      />
      {mark.refusal && <Refused>{mark.refusal.message}</Refused>}
    </>
  );
}
