import { PageTitle } from '../../ui/PageTitle.tsx';

export function RoomPage({ id }: { id: string }) {
  return <PageTitle>{`Meeting ${id}`}</PageTitle>;
}
