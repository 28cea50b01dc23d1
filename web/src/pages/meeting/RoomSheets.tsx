import { lazy, Suspense } from 'react';
import type { Taps } from '../../feedback/room/useTaps.ts';
import { useIdle } from '../../ui/useIdle.ts';

const MomentSheet = lazy(async () => ({
  default: (await import('../../feedback/room/MomentSheet.tsx')).MomentSheet,
}));
const KeysSheet = lazy(async () => ({ default: (await import('./KeysSheet.tsx')).KeysSheet }));

interface RoomSheetsProps {
  taps: Taps;
  otherName: string;
  /** Whether the sheet of keys is open. */
  keys: boolean;
  onClose: () => void;
}

/** Sheets that are not there at first; they come soon after, so that they open without a network, too. */
export function RoomSheets({ taps, otherName, keys, onClose }: RoomSheetsProps) {
  const idle = useIdle();
  if (!idle) return null;
  return (
    <Suspense fallback={null}>
      <KeysSheet opened={keys} onClose={onClose} />
      <MomentSheet
        meetingId={taps.meetingId}
        otherName={otherName}
        opened={taps.keeping}
        onClose={() => taps.setKeeping(false)}
        onKeep={taps.keep}
      />
    </Suspense>
  );
}
