import { Skeleton, Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { graphql } from '../platform/generated/index.ts';
import { usePage } from '../platform/usePage.ts';

const RoomPage = lazy(async () => ({ default: (await import('./meeting/RoomPage.tsx')).RoomPage }));
const PlannedPage = lazy(async () => ({ default: (await import('./meeting/PlannedPage.tsx')).PlannedPage }));
const RecordPage = lazy(async () => ({ default: (await import('./meeting/RecordPage.tsx')).RecordPage }));

const MeetingPageQuery = graphql(`
  query MeetingPage($id: ID!) {
    meeting(id: $id) {
      id
      state
    }
  }
`);

/** Before, during and after a meeting: the same address, and nobody reloads when it begins or ends. */
export function MeetingPage() {
  const { id = '' } = useParams();
  const { data } = usePage(MeetingPageQuery, { id });
  if (!data) return <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      <Now id={id} state={data.meeting.state} />
    </Suspense>
  );
}

function Now({ id, state }: { id: string; state: string }) {
  switch (state) {
    case 'LIVE':
    case 'INTERRUPTED':
    case 'WRAPPING':
      return <RoomPage id={id} />;
    case 'PROPOSED':
    case 'SCHEDULED':
      return <PlannedPage id={id} />;
    default:
      return <RecordPage id={id} />;
  }
}

function Waiting() {
  return (
    <Stack gap="lg" aria-busy="true">
      <Skeleton height={44} width="60%" />
      <Skeleton height={320} />
    </Stack>
  );
}
